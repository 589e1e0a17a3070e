//! The command line, by cases in `tests/cmd/`.

#[test]
fn the_command_line_does_what_its_cases_say() {
    trycmd::TestCases::new().case("tests/cmd/*.toml").case("tests/cmd/*.md");
}
