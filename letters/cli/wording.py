"""What the command line says: key -> (Chinese, English). See docs/decisions/0003-messages.md for why it is a table."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # help
    "help.usage": ("用法：", "Usage: "),
    "help.options": ("选项", "Options"),
    "help.commands": ("命令", "Commands"),
    "cmd.letters": (
        "一份案件文件，写出消费维权要用的每一份文书：事实、依据、诉求、期限。",
        "One case file, every letter a consumer in China needs: facts, legal basis, demand, deadline.",
    ),
    "cmd.draft": ("起草一个或多个渠道的文书", "draft the letters of one or more channels"),
    "cmd.draft.long": (
        "起草文书。不写 -o 时，单独一份文本打印在屏幕上，其余写入案件文件旁的“<案件>-letters/”。\n"
        "例：letters draft case.yaml -c 12315\n"
        "    letters draft case.yaml --all -o out/",
        "Draft letters. Without -o, one text letter is printed; anything else goes to `<case>-letters/` beside the case.\n"
        "E.g. letters draft case.yaml -c 12315\n"
        "     letters draft case.yaml --all -o out/",
    ),
    "cmd.check": ("检查案件：缺什么、错在哪、能不能发", "check a case: what is missing, wrong or dangerous"),
    "cmd.check.long": (
        "检查案件。退出码 0 可以起草，1 有必须先解决的问题，2 文件不能用。",
        "Check a case. Exit code 0: ready, 1: something must be mended first, 2: the file cannot be used.",
    ),
    "cmd.plan": ("今天做什么、等到哪天、下一步去哪里", "what to do today, what to wait for, where next"),
    "cmd.plan.long": (
        "按各渠道的规定和已经提交的记录，排出维权步骤和日期。",
        "The steps and dates that follow from the channels' own rules and from what was filed.",
    ),
    "cmd.record": ("记下一次提交或它的结果", "record a filing or its outcome"),
    "cmd.record.long": (
        "把一次提交、编号、答复写进案件文件，注释和顺序不变，上一版存为 .bak。\n"
        "例：letters record case.yaml --channel 12315 --number 1370000001",
        "Add a filing, its number or its answer to the case file; comments and order stay, the version before is kept as .bak.\n"
        "E.g. letters record case.yaml --channel 12315 --number 1370000001",
    ),
    "cmd.law": ("查法条，或者看案件的法律依据", "look up an article, or see what a case rests on"),
    "cmd.law.long": (
        "查法条。不写查询内容时列出全部法律。\n"
        "例：letters law 消保法26\n"
        "    letters law minfadian:577 --on 2020-06-01\n"
        "    letters law 格式条款\n"
        "    letters law --why case.yaml",
        "Look up an article; without a query, list the laws.\n"
        "E.g. letters law minfadian:577 --on 2020-06-01\n"
        "     letters law --why case.yaml",
    ),
    "cmd.channels": ("列出渠道，或者看一个渠道的规定", "list the channels, or show one"),
    "cmd.channels.long": (
        "列出渠道；写出代号则显示这个渠道的要求，以及各项规定的来源。",
        "List the channels; with an id, show what that channel demands and where that is written.",
    ),
    "cmd.lint": ("检查法条、依据和模板文件", "check statutes, grounds and templates"),
    "cmd.lint.long": (
        "检查法律、争议类型、参数表和模板文件。不写路径时检查随附的全部文件。",
        "Check laws, grounds, tables and templates; without a path, all of ours.",
    ),
    "cmd.schema": ("打印案件文件的 JSON Schema", "print the JSON Schema of the case file"),
    "cmd.schema.long": (
        "打印案件文件的 JSON Schema，编辑器可以据此提示和检查。",
        "Print the JSON Schema of the case file, for editors and other programs.",
    ),
    "cmd.reference-doc": ("写出 DOCX 样式文件，供制作信头", "write our DOCX styles, to make a letterhead from"),
    "cmd.reference-doc.long": (
        "写出内置的 DOCX 样式文件。改好页眉、样式后，用 draft --reference-doc 套用。",
        "Write our DOCX styles to a file; give it your letterhead and use it with draft --reference-doc.",
    ),
    # options
    "opt.help": ("显示这份说明", "show this help"),
    "opt.version": ("显示版本", "show the version"),
    "opt.lang": ("界面语言", "language of the messages"),
    "opt.debug": ("出错时显示技术细节", "show technical details of an error"),
    "opt.date": ("文书日期，缺省为今天，如 2026-11-22", "date of the letters, today if left out, e.g. 2026-11-22"),
    "opt.on": ("以哪一天的法律为准，缺省为今天", "the day that counts, today if left out"),
    "opt.templates": ("自己的模板文件夹，优先于内置模板，可重复", "folder of your own templates, before ours; may repeat"),
    "opt.statutes": ("自己的法条文件夹，优先于内置法条，可重复", "folder of your own statutes, before ours; may repeat"),
    "opt.json": ("输出 JSON，供程序读取", "print JSON for programs"),
    "opt.channel": ("渠道代号，可重复；letters channels 列出全部", "channel id, may repeat; `letters channels` lists them"),
    "opt.all": ("案件能用的全部渠道", "every channel that the case supports"),
    "opt.next": ("今天该做的一步", "the step for today"),
    "opt.format": ("格式，可重复；缺省为渠道的自然格式", "format, may repeat; by default the channel's natural one"),
    "opt.output": ("写到哪个文件或文件夹", "file or folder to write to"),
    "opt.to": ("对方代号，案件有几个对方时指定写给谁", "respondent id, where the case has several"),
    "opt.reference": ("套用自己的 DOCX 信头", "your own letterhead as DOCX"),
    "opt.with-files": ("证据册：附上证据文件", "evidence book: with the evidence files"),
    "opt.skip-broken": ("证据册：跳过打不开的文件", "evidence book: leave out files that cannot be used"),
    "opt.force": ("覆盖已有文件，并在确认后放行被拦下的渠道", "overwrite files, and draft what a check keeps back"),
    "opt.force-file": ("覆盖已有文件", "overwrite the file"),
    "opt.why": ("说明这个案件选用、排除各条的理由和金额算法", "explain the provisions and amounts of this case"),
    "opt.ics": ("把期限写成日历文件", "write the dates as a calendar file"),
    "opt.html": ("写成网页，带时间线图", "write a page with a picture of the timeline"),
    "opt.record.channel": ("渠道代号", "channel id"),
    "opt.record.number": ("受理编号、工单号", "number of the filing"),
    "opt.record.at": ("提交或答复的时间，如 2026-11-22T09:30，缺省为现在", "time, e.g. 2026-11-22T09:30; now if left out"),
    "opt.record.outcome": ("对方或机构的答复，不写主语", "what was answered, without its subject"),
    "opt.record.status": ("现在的状态", "present state"),
    "opt.record.settled": ("和解到账的金额", "amount that arrived in a settlement"),
    "opt.check.channel": ("只检查这些渠道，可重复", "these channels only; may repeat"),
    # wrong use
    "usage.help": ("查看用法：{path} --help", "see {path} --help"),
    "usage.near": ("是不是 {near}？", " Did you mean {near}?"),
    "usage.no-command": ("没有“{name}”这个命令。", "There is no command {name}."),
    "usage.no-command-given": ("没有写命令。", "No command given."),
    "usage.no-option": ("没有“{name}”这个选项。", "There is no option {name}."),
    "usage.missing": ("缺少 {name}。", "{name} is missing."),
    "usage.choice": ("{name} 只能是：{choices}。", "{name} must be one of: {choices}."),
    "usage.bad": ("{name}：{why}", "{name}: {why}"),
    "usage.option": ("选项 {name} 的写法不对，或者后面缺少内容。", "Option {name} is used wrongly or lacks its value."),
    "usage.extra": ("多出来的内容：{name}。", "Unexpected: {name}."),
    "usage.date": (
        "“{value}”不是可用的日期，请写成 2026-11-22 的样子（1949-10-01 至 2199-12-31）。",
        "{value} is no usable date; write it as 2026-11-22 (1949-10-01 to 2199-12-31).",
    ),
    "usage.moment": (
        "“{value}”不是可用的时间，请写成 2026-11-22T09:30 或 2026-11-22。",
        "{value} is no usable time; write 2026-11-22T09:30 or 2026-11-22.",
    ),
    "usage.no-folder": ("没有“{value}”这个文件夹。", "There is no folder {value}."),
    "usage.amount": ("“{value}”不是金额，请写成 98.00 的样子。", "{value} is no amount; write it as 98.00."),
    # errors
    "error.internal": (
        "程序内部出错：{what}\n  → 这是程序的缺陷，不是您的文件有问题；加 --debug 可以看到技术细节",
        "Internal error: {what}\n  → this is a fault of the program, not of your file; --debug shows the details",
    ),
    "error.os": ("{place}：{reason}。", "{place}: {reason}."),
    "error.stdout": ("屏幕输出", "standard output"),
    "os.ENOSPC": ("磁盘已满", "no space left"),
    "os.EDQUOT": ("超出磁盘配额", "disk quota exceeded"),
    "os.EFBIG": ("文件太大", "file too large"),
    "os.EACCES": ("没有权限", "permission denied"),
    "os.EPERM": ("不允许这样操作", "not permitted"),
    "os.EROFS": ("磁盘只读", "read-only disk"),
    "os.ENOENT": ("没有这个文件或文件夹", "no such file or folder"),
    "os.ENOTDIR": ("路径中有一段不是文件夹", "a part of the path is no folder"),
    "os.EISDIR": ("这是文件夹", "this is a folder"),
    "os.ENAMETOOLONG": ("文件名太长", "the name is too long"),
    "os.EIO": ("磁盘读写出错", "disk error"),
    "error.encoding": (
        "输出的编码（{encoding}）写不出这些字。\n  → 用 -o 写到文件，或者设置 PYTHONIOENCODING=utf-8",
        "The encoding of the output ({encoding}) lacks these characters.\n  → write to a file with -o, or set PYTHONIOENCODING=utf-8",
    ),
    "error.too-much": ("文件太大或者嵌套太深，处理不了。", "The file is too large or nested too deeply."),
    "error.not-yet": ("这一版还没有“{what}”。", "{what} is not in this version yet."),
    # writing
    "write.exists": ("已有同名文件，没有覆盖：{names}。", "Not overwritten, for it exists: {names}."),
    "write.exists-fix": ("加 --force 覆盖，或者用 -o 写到别处", "add --force to overwrite, or write elsewhere with -o"),
    "write.more": ("等另外 {count} 个", " and {count} more"),
    "write.is-folder": ("{path} 是文件夹，不能写成文件。", "{path} is a folder, not a file."),
    "write.failed": ("写不了 {path}：{reason}。没有留下任何文件。", "Cannot write {path}: {reason}. Nothing was left behind."),
    "write.failed-fix": ("检查磁盘空间和文件夹权限，或者用 -o 写到别处", "check space and permissions, or write elsewhere with -o"),
    # draft
    "draft.which": ("写哪个渠道？用 -c 渠道代号、--all 或 --next。", "Which channel? Use -c CHANNEL, --all or --next."),
    "draft.one-way": ("-c、--all、--next 只能用一种。", "Use one of -c, --all and --next."),
    "draft.json-alone": ("json 不能和别的格式同时使用。", "json cannot be combined with other formats."),
    "draft.nothing-today": (
        "今天没有要发的文书。letters plan 可以看到要等到哪一天、为什么。",
        "Nothing is to be sent today; `letters plan` says what to wait for.",
    ),
    "draft.written": ("已写入 {path}", "wrote {path}"),
    "draft.title": ("标题（单独填写）：{title}", "Title (a field of its own): {title}"),
    "draft.more-texts": (
        "还有其他长度的版本（{lengths}）或表单各栏，写到文件夹可一并得到：-o {folder}",
        "More texts exist (lengths {lengths}, form fields); write to a folder to get them: -o {folder}",
    ),
    "draft.one-file": (
        "一个文件放不下几份文书，-o 请写文件夹。",
        "Several letters need a folder: give -o a folder's name.",
    ),
    "draft.not-folder": ("{path} 已是文件，不能作为文件夹。", "{path} is a file, not a folder."),
    "draft.other-format": (
        "文件名以 {suffix} 结尾，格式却是 {format}，请改成一致。",
        "The file name ends with {suffix} but the format is {format}.",
    ),
    "told.heed": ("发出前请留意：", "Before you send it:"),
    # levels and marks
    "level.block": ("拦下", "BLOCK"),
    "level.warn": ("提醒", "warn"),
    "level.note": ("说明", "note"),
    "level.L0": ("公开，全部脱敏", "public, masked"),
    "level.L1": ("账号和尾号", "account, last digits"),
    "level.L2": ("姓名和电话", "name and phone"),
    "level.L3": ("全部身份信息", "full identity"),
    "format.txt": ("文本", "text"),
    "format.docx": ("文档", "document"),
    "mark.law": ("法定", "law"),
    "mark.verified": ("已核实", "verified"),
    "mark.customary": ("惯例", "customary"),
    "mark.unverified": ("未核实", "unverified"),
    "strength.strong": ("有力", "strong"),
    "strength.supporting": ("辅助", "supporting"),
    "strength.weak": ("较弱", "weak"),
    # channels
    "channel.identity": ("身份信息：", "identity: "),
    "channel.lengths": ("字数档位：", "lengths: "),
    "channel.hard": ("字数上限：", "hard limit: "),
    "channel.articles": ("最多引用条数：", "articles at most: "),
    "channel.needs": ("必填：", "needs: "),
    "channel.allow": ("可提诉求：", "demands: "),
    "channel.leaves-out": ("不写的部分：", "leaves out: "),
    "channel.next": ("之后可去：", "next: "),
    "channel.note": ("提示：", "note: "),
    # law
    "law.one": ("查询内容和 --why 只能用一种。", "Use a query or --why, not both."),
    "law.plain": ("大意：", "In plain words: "),
    "law.try": ("可以试试：{words}", "Try: {words}"),
    "why.chosen": ("选用", "Chosen"),
    "why.rejected": ("不用", "Rejected"),
    "why.amounts": ("金额", "Amounts"),
    # check and plan
    "check.none": ("没有发现问题。", "Nothing found."),
    "check.channels": ("渠道", "Channels"),
    "check.ready": ("可以起草", "ready"),
    "check.blocked": ("暂不能起草：{codes}", "kept back by {codes}"),
    "plan.today": ("今天可以做", "Today"),
    "plan.waiting": ("等待中", "Waiting"),
    "plan.next": ("之后", "Next"),
    "plan.not-now": ("现在不做", "Not now"),
    "plan.due": ("日期", "Dates"),
    "plan.until": ("等到 {until}", "until {until}"),
    "plan.after": ("在 {after} 之后", "after {after}"),
    "plan.provisional": ("（暂定，节假日安排尚未公布）", " (provisional: holidays not announced yet)"),
    "plan.nothing": ("（无）", "(none)"),
    # record and lint
    "record.done": ("已记入 {path}，上一版在 {backup}", "recorded in {path}; the version before is {backup}"),
    "lint.clean": ("没有发现问题。", "No problem found."),
    "lint.count": ("共 {count} 处问题。", "{count} problems."),
}  # fmt: skip
