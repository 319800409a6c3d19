#[test]
fn the_document_is_what_the_code_says() {
    let document = notifications::openapi().to_pretty_json().unwrap();
    testkit::unchanged("proto/openapi/notifications.json", &format!("{document}\n"));
}
