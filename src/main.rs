//! lianxi
fn main() {}
