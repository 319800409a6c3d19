// The realm of realm.json with the client's public key filled in, on standard output.
import { readFileSync } from 'node:fs';

const realm = JSON.parse(readFileSync(new URL('realm.json', import.meta.url)));
realm.clients[0].attributes['jwks.string'] = readFileSync(process.argv[2], 'utf8');
console.log(JSON.stringify(realm));
