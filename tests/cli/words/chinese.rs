//! In Chinese.

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("--help", 0, &["用法：tigang", "退出码：0 完成"], &[]),
    (
        "help check",
        0,
        &["用法：tigang check", "检查问卷文件里的错误，或记录里还没完成的"],
        &[],
    ),
    (
        "lsit",
        2,
        &[],
        &["tigang: 没有“lsit”这个命令。是不是 list？用法见 tigang --help"],
    ),
    (
        "export --gap 99",
        2,
        &[],
        &["--gap <LINES> 不能是“99”：要 0 到 9 的整数。"],
    ),
    ("export --format", 2, &[], &["--format <FORMAT> 后面缺少内容。"]),
    ("rename", 2, &[], &["缺少 <SESSION>, <NAME>。"]),
    ("list --json --json", 2, &[], &["--json 给了两次。"]),
    ("", 1, &[], &["tigang: 全屏界面需要终端"]),
    ("resume", 1, &[], &["还没有记录。"]),
    ("trash", 0, &[], &["回收目录是空的。"]),
    ("new nope", 1, &[], &["没有叫“nope”的问卷"]),
    ("questionnaires", 0, &["自查自评             59 问"], &[]),
    ("check small.toml", 0, &["small.toml：没有错误，3 问。\n"], &[]),
    (
        "check broken.toml",
        1,
        &["broken.toml：2 处错误。\n", "是不是想写"],
        &[],
    ),
    (
        "render small.toml --answers good.toml",
        0,
        &["　　开了会。\n"],
        &["tigang: 还有 1 问未答。\n"],
    ),
    (
        "render small.toml --answers bad.toml",
        1,
        &[],
        &["whom：问卷里没有。是不是 who？"],
    ),
    (
        "render small.toml --answers torn.toml",
        1,
        &[],
        &["torn.toml 第 2 行第 6 列：不是合法的 TOML："],
    ),
];
