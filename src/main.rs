//! The `factlint` command.

fn main() -> std::process::ExitCode {
    factlint::cli::run()
}
