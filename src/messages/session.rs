//! What is said by, and about, `session`.

use super::Display;

messages! {
    // What was tried.
    cannot_read(path) { zh: "读不了 {path}", en: "Cannot read {path}" }
    cannot_write(path) { zh: "写不进 {path}", en: "Cannot write {path}" }
    cannot_create_directory(path) { zh: "建不了目录 {path}", en: "Cannot create the directory {path}" }
    cannot_lock(path) { zh: "锁不住 {path}", en: "Cannot lock {path}" }
    cannot_move(path) { zh: "移动不了 {path}", en: "Cannot move {path}" }

    // Why it failed, and what to do.
    disk_trouble(what, why) { zh: "{what}：{why}", en: "{what}: {why}" }
    disk_other(what, error) { zh: "{what}：{error}。", en: "{what}: {error}." }
    disk_full { zh: "磁盘满了。请腾出一些空间。", en: "the disk is full. Make some room." }
    disk_quota_reached {
        zh: "您的磁盘配额用完了。请删去一些文件，或请管理员调高配额。",
        en: "your quota on this disk is used up. Delete some files, or ask for a larger quota."
    }
    disk_file_too_large {
        zh: "超过了文件大小的上限。请调高上限（ulimit -f），或换一个磁盘。",
        en: "the file would exceed the limit on file sizes. Raise it (ulimit -f), or use another disk."
    }
    disk_too_long(limit) {
        zh: "文件超过 {limit} MiB，程序不读写这么大的文件。原有的文件没有动过。",
        en: "the file is longer than {limit} MiB, more than this program reads or writes. What was there before was not touched."
    }
    disk_read_only {
        zh: "磁盘是只读的。请以可写方式重新挂载，或用 --data-dir 换一个地方。",
        en: "the disk is read-only. Mount it for writing, or choose another place with --data-dir."
    }
    disk_not_permitted {
        zh: "没有权限。请检查文件和目录的属主与权限，或用 --data-dir 换一个地方。",
        en: "permission denied. Check who owns the file and its directory, or choose another place with --data-dir."
    }
    disk_device_failing {
        zh: "磁盘报告硬件错误。文件没有动过。请尽快把数据备份到别的磁盘，再检查这一个。",
        en: "the disk reports a hardware error. The file was not touched. Back your data up to another disk soon, then \
             have this one checked."
    }
    disk_not_there {
        zh: "文件或目录不存在。它可能被移走了，或者所在的磁盘没有挂载。",
        en: "no such file or directory. It may have been moved, or its disk is not mounted."
    }
    disk_unreachable {
        zh: "网络磁盘没有应答。请检查网络连接。",
        en: "the network disk does not answer. Check the connection."
    }
    disk_too_many_open_files {
        zh: "打开的文件太多。请关闭一些程序。",
        en: "too many files are open. Close some programs."
    }
    disk_not_a_file {
        zh: "那里是目录，或者别的不是普通文件的东西。请换一个文件，或者把它移开。",
        en: "that is a directory, or something else that is no regular file. Name another file, or move it out of the way."
    }
    disk_already_there {
        zh: "那里已经有别的内容。请换一个名字。",
        en: "something else is there already. Choose another name."
    }

    // Where sessions live.
    no_home_directory {
        zh: "不知道该把内容存在哪里：没有设置 HOME。请设置 HOME 或 TIGANG_DATA_DIR，或使用 --data-dir。",
        en: "No place to keep your work: HOME is not set. Set HOME or TIGANG_DATA_DIR, or use --data-dir."
    }
    no_working_directory(path) {
        zh: "{path} 是相对路径，而当前目录已不存在。请给出绝对路径。",
        en: "{path} is a relative path, but the working directory is gone. Give an absolute path."
    }

    // Finding a session.
    not_a_session(path) { zh: "{path} 不是一份记录。", en: "{path} is not a session." }
    no_such_session(query) {
        zh: "没有名字里有“{query}”的记录，也没有以它开头的编号。tigang list 列出全部记录。",
        en: "No session is called “{query}” or has it in its name, and no id starts with it. tigang list says which there are."
    }
    session_ambiguous(query, candidates) {
        zh: "“{query}”可以指几份记录，请用编号指明：{candidates}",
        en: "“{query}” may mean several sessions; name one by its id:{candidates}"
    }
    session_not_whole(query, candidates) {
        zh: "没有名为“{query}”的记录；这里要写全名或编号，免得弄错。名字里有它的是：{candidates}",
        en: "No session is called “{query}”; here the whole name or the id is needed, so that it is the right one. With this \
             in its name:{candidates}"
    }
    session_not_in_store(path) {
        zh: "{path} 不在数据目录里，程序不会移动它。请自行移动或删除。",
        en: "{path} is not in the data directory, so it is not moved. Move or delete it yourself."
    }

    // One window per session.
    lock_holder(pid, host) { zh: "{host} 上的进程 {pid}", en: "process {pid} on {host}" }
    lock_holder_here(pid) { zh: "进程 {pid}", en: "process {pid}" }
    lock_holder_unknown { zh: "另一个窗口", en: "another window" }
    session_busy(holder) {
        zh: "这份记录已在别处打开（{holder}），这里只能查看。请到那里继续；或先关闭那里，再重新打开这份记录。",
        en: "This session is open in {holder}; here it can only be read. Go on there, or close it there and open the session again."
    }
    session_read_only_asked { zh: "按您的要求，以只读方式打开。", en: "Opened for reading only, as you asked." }
    session_read_only_disk(why) { zh: "只能查看，不能修改。{why}", en: "It can be read but not changed. {why}" }

    session_not_locked {
        zh: "这个磁盘不支持文件锁，请不要同时在两个窗口里打开同一份记录。",
        en: "This disk has no file locks: do not open the same session in two windows at once."
    }

    // Saving.
    session_displaced(path) {
        zh: "文件在打开期间被别人改过；他们的内容已另存为 {path}。",
        en: "The file was changed by somebody else while it was open here; their version was kept as {path}."
    }
    session_directory_replaced(path) {
        zh: "{path} 已被换成另一个目录，所以没有写入。您写的内容还在内存里；请把原来的目录移回来，程序会自动再试。",
        en: "{path} has been replaced by another directory, so nothing was written into it. Your text is still in \
             memory; move the old directory back, and saving goes on by itself."
    }
    session_disk_gone(path) {
        zh: "{path} 所在的磁盘不见了。您写的内容还在内存里；请重新挂载磁盘，程序会自动再试。",
        en: "The disk that {path} was on is gone. Your text is still in memory; mount the disk again, and saving goes \
             on by itself."
    }
    session_not_rendered {
        zh: "这一刻的内容没能整理成文件，这是程序的错误。您写的内容还在内存里；请再改一个字试试。",
        en: "The present state could not be made into a file; that is a mistake in this program. Your text is still in \
             memory; change a letter to try again."
    }
    saving_takes_too_long {
        zh: "磁盘迟迟没有应答，还不能确定已经保存。",
        en: "The disk has not answered in time, so it is not certain that your text is saved."
    }
    rescued(reason, path) {
        zh: "最后的修改没有存上：{reason}\n记录已另存到 {path}；用 tigang resume 加这个路径即可继续。",
        en: "The last changes are not saved: {reason}\nThe session was put in {path} instead; go on with tigang resume and that path."
    }
    not_rescued(reason, again) {
        zh: "最后的修改没有存上：{reason}\n也没有别处可存：{again}",
        en: "The last changes are not saved: {reason}\nNor was there another place for it: {again}"
    }
    saving_has_ended { zh: "保存线程已经结束。", en: "The saving thread has ended." }
}
