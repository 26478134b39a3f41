//! Guests that lie about pointers and lengths, and guests that would fill the host.

use super::*;

const FAR: i64 = u32::MAX as i64;

#[test]
fn a_pointer_outside_the_memory_is_a_fault_in_every_call() {
    let mut sandbox = Sandbox::writing(1 << 20, vec![file("input", "given")]);
    sandbox.open("input").unwrap();
    let calls: [(&str, &[i64]); 16] = [
        ("args_sizes_get", &[FAR, FAR]),
        ("clock_time_get", &[0, 0, FAR - 7]),
        ("random_get", &[i64::from(PAGE) - 4, 5]),
        ("random_get", &[0, FAR]),
        ("poll_oneoff", &[FAR, FAR, 1, 0]),
        ("poll_oneoff", &[0, FAR, 1, 0]),
        ("fd_read", &[0, FAR, 1, 0]),
        ("fd_read", &[4, FAR - 7, 1024, 0]),
        ("fd_write", &[1, i64::from(PAGE), 1, 0]),
        ("fd_fdstat_get", &[0, i64::from(PAGE) - 23]),
        ("fd_filestat_get", &[4, i64::from(PAGE) - 63]),
        ("fd_prestat_get", &[3, FAR]),
        ("fd_readdir", &[3, 0, FAR, 0, 0]),
        ("path_filestat_get", &[3, 0, FAR, 4000, 0]),
        ("path_open", &[3, 0, i64::from(PAGE) - 1, 2, 0, 2, 0, 0, 0]),
        ("path_rename", &[3, FAR, 1, 3, FAR, 1]),
    ];
    for (name, arguments) in calls {
        assert_eq!(sandbox.call(name, arguments), refused(Errno::Fault), "{name}{arguments:?}");
    }
}

#[test]
fn no_call_panics_whatever_its_arguments() {
    let mut sandbox = Sandbox::writing(1 << 16, vec![file("input", "given")]);
    let names: Vec<_> = sandbox.instance.exports(&mut sandbox.store).map(|export| export.name().to_owned()).collect();
    for name in names.iter().filter(|name| !matches!(name.as_str(), "memory" | "proc_exit")) {
        let count = sandbox.instance.get_func(&mut sandbox.store, name).unwrap().ty(&sandbox.store).params().len();
        for value in [0, 1, 3, 8, 64, 1024, i64::from(PAGE) - 1, i64::from(PAGE), i64::from(i32::MAX), FAR - 3, FAR] {
            for skewed in 0..=count {
                let mut arguments = vec![value; count];
                if let Some(argument) = arguments.get_mut(skewed) {
                    *argument = 3;
                }
                let answer = sandbox.try_call(name, &arguments);
                assert!(answer.is_ok() || answer.unwrap_err().downcast_ref::<Stop>() == Some(&Stop::Output), "{name}");
            }
        }
    }
}

#[test]
fn many_buffers_are_refused_and_empty_ones_are_charged() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    for count in [1025, FAR] {
        assert_eq!(sandbox.call("fd_write", &[1, 0, count, 0]), refused(Errno::Invalid));
    }
    let before = sandbox.cost();
    assert_eq!(sandbox.call("fd_write", &[1, i64::from(DATA), 1024, i64::from(OUT)]), Ok(()));
    assert!(sandbox.cost() - before > 8 * 1024);
}

#[test]
fn buffers_that_overlap_are_bounded_by_the_output_limit() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    let whole = [0_u32.to_le_bytes(), PAGE.to_le_bytes()].concat().repeat(1000);
    sandbox.put(DATA, &whole);
    assert_eq!(sandbox.call("fd_write", &[2, i64::from(DATA), 1000, i64::from(OUT)]), Ok(()));
    assert_eq!(sandbox.u32_at(OUT), 1000 * PAGE);
    assert_eq!(sandbox.stop("fd_write", &[1, i64::from(DATA), 1000, i64::from(OUT)]), Stop::Output);
}

#[test]
fn a_big_file_meets_the_limit() {
    let mut sandbox = Sandbox::writing(10_000, vec![file("given", "12345")]);
    let fd = sandbox.create("f").unwrap();
    assert_eq!(sandbox.write(fd, &[0; 9000]), Ok(9000));
    assert_eq!(sandbox.write(fd, &[0; 1000]), refused(Errno::NoSpace));
    for size in [10_000, i64::MAX, -1] {
        assert_eq!(sandbox.call("fd_filestat_set_size", &[i64::from(fd), size]), refused(Errno::NoSpace));
        assert_eq!(sandbox.call("fd_allocate", &[i64::from(fd), 0, size]), refused(Errno::NoSpace));
    }
    assert_eq!(sandbox.seek(fd, i64::MAX, 0), Ok(i64::MAX.cast_unsigned()));
    assert_eq!(sandbox.write(fd, b"x"), refused(Errno::NoSpace));
    sandbox.call("fd_filestat_set_size", &[i64::from(fd), 9486]).unwrap();
    let given = sandbox.open_as("given", 0, RIGHT_WRITE, 0).unwrap();
    assert_eq!(sandbox.write(given, b"x"), refused(Errno::NoSpace));
    sandbox.call("fd_filestat_set_size", &[i64::from(fd), 0]).unwrap();
    assert_eq!(sandbox.write(given, b"x"), Ok(1));
}

#[test]
fn a_flood_of_files_meets_the_limit() {
    let mut sandbox = Sandbox::writing(512 * 100, Vec::new());
    for number in 0..100 {
        let fd = sandbox.create(&format!("f{number}")).unwrap();
        sandbox.close(fd).unwrap();
    }
    assert_eq!(sandbox.create("more"), refused(Errno::NoSpace));
    assert_eq!(sandbox.make_directory("more"), refused(Errno::NoSpace));
    sandbox.unlink("f7").unwrap();
    assert_eq!(sandbox.make_directory("more"), Ok(()));

    let mut sandbox = Sandbox::writing(u64::MAX, Vec::new());
    let made = (0..10_000).take_while(|number| sandbox.make_directory(&format!("d{number}")).is_ok()).count();
    assert_eq!(made, 4096);
}

#[test]
fn emptied_files_hold_no_memory() {
    let mut sandbox = Sandbox::writing(1 << 20, Vec::new());
    let fd = sandbox.create("f").unwrap();
    sandbox.call("fd_filestat_set_size", &[i64::from(fd), 900_000]).unwrap();
    sandbox.call("fd_filestat_set_size", &[i64::from(fd), 0]).unwrap();
    let layer = &mut sandbox.store.data_mut().preview1.layer;
    let node = layer.next - 1;
    assert!(layer.set_size(node, 0).unwrap().capacity() < 5000);
}

#[test]
fn a_flood_of_descriptors_meets_the_limit() {
    let mut sandbox = Sandbox::reading(vec![file("input", "")]);
    let opened = (0..1000).take_while(|_| sandbox.open("input").is_ok()).count();
    assert_eq!(opened, 252);
    assert_eq!(sandbox.open("input"), refused(Errno::TooManyDescriptors));
    sandbox.close(17).unwrap();
    assert_eq!(sandbox.open("input"), Ok(17));
}

#[test]
fn paths_are_bounded_in_length_and_depth() {
    let mut sandbox = Sandbox::writing(1 << 20, Vec::new());
    assert_eq!(sandbox.create(&"x".repeat(256)), refused(Errno::NameTooLong));
    assert_eq!(sandbox.create(&"./".repeat(2049)), refused(Errno::NameTooLong));
    assert_eq!(sandbox.create("a\0b"), refused(Errno::Invalid));
    sandbox.put(PATH, &[0xff]);
    assert_eq!(sandbox.call("path_unlink_file", &[3, i64::from(PATH), 1]), refused(Errno::IllegalBytes));

    let mut path = "d".to_owned();
    let mut depth = 0;
    while sandbox.make_directory(&path).is_ok() {
        path.push_str("/d");
        depth += 1;
    }
    assert_eq!(depth, 32);
    sandbox.make_directory("e").unwrap();
    sandbox.make_directory("e/e").unwrap();
    let almost = "d/".repeat(30);
    assert_eq!(sandbox.rename("e", &format!("{almost}e")), Ok(()));
    sandbox.make_directory("g").unwrap();
    sandbox.make_directory("g/g").unwrap();
    assert_eq!(sandbox.rename("g", &format!("{almost}d/g")), refused(Errno::NameTooLong));
}
