#[test]
fn the_document_is_what_the_code_says() {
    let document = quality::openapi().to_pretty_json().unwrap();
    testkit::unchanged("proto/openapi/quality.json", &format!("{document}\n"));
}
