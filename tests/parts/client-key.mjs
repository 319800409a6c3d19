// Writes client.pem (PKCS#8 v1, Ed25519) and jwks.json (its public half) into the folder given.
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const [folder] = process.argv.slice(2);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'lyssna-test', alg: 'EdDSA', use: 'sig' };

writeFileSync(`${folder}/client.pem`, privateKey.export({ format: 'pem', type: 'pkcs8' }));
writeFileSync(`${folder}/jwks.json`, JSON.stringify({ keys: [jwk] }));
