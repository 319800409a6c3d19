//! The table of law: every test that it names is there.

use std::path::Path;

#[test]
fn every_test_that_the_table_of_law_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let table = std::fs::read_to_string(root.join("tests/law.md")).unwrap();
    let rows: Vec<_> = table.lines().filter(|line| line.starts_with("| ") && line.contains("::")).collect();
    assert!(rows.len() > 20, "the table is read");
    for row in rows {
        let named = row.trim_end_matches(" |").rsplit("| ").next().unwrap();
        let [krate, file, test] = named.split("::").collect::<Vec<_>>()[..] else { panic!("{row}") };
        let path = root.join(format!("services/{krate}/tests/it/{file}.rs"));
        let source = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{named}: no such file"));
        let is_test = source.split("::test]\n").chain(source.split("#[test]\n"));
        let mut bodies = is_test.map(|rest| rest.trim_start().trim_start_matches("async "));
        assert!(bodies.any(|rest| rest.starts_with(&format!("fn {test}("))), "{named} is no test");
    }
}
