#[test]
fn each_room_knows_only_what_it_may() {
    testkit::rooms(env!("CARGO_MANIFEST_DIR"));
}

#[test]
fn every_text_is_there_in_every_language() {
    testkit::languages(env!("CARGO_MANIFEST_DIR"));
}
