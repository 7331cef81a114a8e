//! The `factlint` command.

/// Facts are many and small: the allocator of most systems costs a tenth of a run.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    factlint::cli::run()
}
