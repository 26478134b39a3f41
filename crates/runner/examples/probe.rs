fn main() {
    let a: Vec<String> = std::env::args().collect();
    let engine = assay_runner::Engine::new().unwrap();
    if a[1] == "aot" { assay_runner::probe::aot(&engine, &a[2], &a[3]); return; }
    let rt = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    rt.block_on(assay_runner::probe::python(&engine, &a[1], &std::fs::read_to_string(&a[2]).unwrap(), &a.get(3).map(|p| std::fs::read_to_string(p).unwrap()).unwrap_or_default()));
}
