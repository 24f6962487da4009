"""The sentences about a bad case file: message id -> (Chinese, English). Values of identity, phone and card never enter."""

TEXTS: dict[str, tuple[str, str]] = {
    # a file as a whole
    "missing-file": ("找不到这个文件。", "No such file."),
    "missing-file-fix": (
        "请核对路径；新建案件可以从 examples/ 里最像的一个改起，全部字段见 letters schema",
        "Check the path; to start a case, copy the nearest one of examples/; letters schema lists every field",
    ),
    "near-file": ("找不到这个文件。同一文件夹里有 {other}。", "No such file. The same folder has {other}."),
    "directory": ("这是文件夹，不是案件文件。", "This is a folder, not a case file."),
    "directory-fix": ("请写到文件名，例如 {name}/case.yaml", "Name the file itself, e.g. {name}/case.yaml"),
    "no-file": ("这不是普通文件。", "This is not a regular file."),
    "os-error": ("无法读取：{reason}。", "Cannot read it: {reason}."),
    "unwritable": ("无法写入：{reason}。原文件没有改动。", "Cannot write: {reason}. The file was left as it was."),
    "too-large": (
        "文件有 {size}，案件文件最多 {limit}。",
        "The file has {size}; a case file may have {limit} at most.",
    ),
    "too-large-fix": (
        "截图、录音等证据不要放进案件文件，另存为文件后在 evidence 的 file 里写路径",
        "Keep screenshots and recordings in files of their own and name them under evidence, file",
    ),
    "empty": ("文件是空的，没有任何内容。", "The file is empty."),
    "empty-fix": (
        "从 examples/ 里最像的一个案件复制，再逐项改写；全部字段见 letters schema",
        "Copy the nearest case of examples/ and change it; letters schema lists every field",
    ),
    "binary": (
        "这不是文本文件（{what}），案件文件是 YAML 文本。",
        "This is no text ({what}); a case file is YAML text.",
    ),
    "binary-fix": (
        "请给出 case.yaml 这样的案件文件；截图、PDF 等在案件文件的 evidence 里写路径",
        "Give the case file, such as case.yaml; screenshots and PDFs are named in it, under evidence",
    ),
    "gbk": ("文件编码是 GBK，案件文件要用 UTF-8。", "The file is encoded in GBK; a case file is UTF-8."),
    "gbk-fix": (
        "转换：iconv -f GBK -t UTF-8 {name} > utf8-{base}",
        "Convert it: iconv -f GBK -t UTF-8 {name} > utf8-{base}",
    ),
    "utf16": ("文件编码是 UTF-16，案件文件要用 UTF-8。", "The file is encoded in UTF-16; a case file is UTF-8."),
    "utf16-fix": (
        "转换：iconv -f UTF-16 -t UTF-8 {name} > utf8-{base}",
        "Convert it: iconv -f UTF-16 -t UTF-8 {name} > utf8-{base}",
    ),
    "encoding": ("文件不是 UTF-8 文本，第 {at} 个字节读不出来。", "The file is not UTF-8; byte {at} cannot be read."),
    "syntax": ("YAML 写法有误：{problem}", "This is not YAML: {problem}"),
    "alias": (
        "不支持 YAML 的锚点和引用（& 和 *）；如果是文字，请整段加引号。",
        "YAML anchors and aliases (& and *) are not taken; quote the value if it is text.",
    ),
    "tag": (
        "不支持 YAML 标签 {tag}；如果是文字，请整段加引号。",
        "The YAML tag {tag} is not taken; quote the value if it is text.",
    ),
    "documents": (
        "一个文件只能写一个案件，这里又开始了一个（---）。",
        "One file holds one case; here a second document begins (---).",
    ),
    "too-deep": ("层级太深，案件文件没有这么多层。", "Nested deeper than any case file."),
    "too-many": ("内容太多，超出案件文件的用途。", "More values than any case file needs."),
    "key-shape": (
        "字段名必须是一个词；以花括号、方括号开头的文字请整段加引号。",
        "A key must be a word; quote text that begins with a brace or bracket.",
    ),
    "not-case": (
        "内容不是“字段: 值”的形式，读不出案件。",
        "The content has no “key: value” lines; there is no case in it.",
    ),
    "no-place": ("文件里没有地方写 {path}，请手工填写。", "The file has no place for {path}; write it by hand."),
    # a key
    "unknown-key": ("没有这个字段。", "There is no such key."),
    "double-key": ("这个字段写了两次，第一次在第 {first} 行。", "This key stands twice, first on line {first}."),
    "missing": ("没有填写。", "It is missing."),
    "control": (
        "含有不能使用的控制字符 {char}，请删去。",
        "It holds the control character {char}, which documents cannot hold; delete it.",
    ),
    "line-break": ("只能写一行，不能换行。", "It takes one line only."),
    # shapes
    "want-part": ("应当是一组“字段: 值”。", "It should be a group of “key: value”."),
    "want-list": (
        "应当是列表，每项以“- ”开头，或写在方括号里。",
        "It should be a list: items after “- ”, or in brackets.",
    ),
    "want-text": (
        "应当是一段文字；含有冒号、逗号、括号时请整段加引号。",
        "It should be text; quote it if it holds colons, commas or brackets.",
    ),
    "want-value": ("应当是一个值，不是列表或分组。", "It should be one value, not a list or a group."),
    "empty-item": ("这一项是空的，请填写或删去。", "This item is empty; fill it in or delete it."),
    "too-few": ("至少要有 {low} 项。", "At least {low} needed."),
    # values
    "words": ("不能写“{said}”，只能写：{words}。", "“{said}” is not one of: {words}."),
    "schema": (
        "这个文件是另一版本的格式，本程序只认识 1。",
        "The file is of another format version; this program knows 1.",
    ),
    "not-truth": ("应当写 true 或 false。", "It should be true or false."),
    "not-whole": ("应当是整数，只写数字。", "It should be a whole number in digits."),
    "range-low": ("不能小于 {low}。", "It cannot be below {low}."),
    "range-high": ("不能大于 {high}。", "It cannot be above {high}."),
    "money-form": (
        "金额只写数字和小数点，不写单位、千分位。",
        "Write digits and a point only, no unit, no separators.",
    ),
    "money-negative": ("金额不能是负数。", "An amount cannot be negative."),
    "money-decimals": ("金额最多两位小数。", "At most two decimals."),
    "money-large": ("金额太大，应当小于一万亿元。", "Too large: below 10^12 yuan."),
    "not-day": ("应当是日期，写成 年-月-日。", "It should be a date, YYYY-MM-DD."),
    "not-moment": ("应当是时间，写成 年-月-日T时:分:秒。", "It should be a time, YYYY-MM-DDThh:mm:ss."),
    "year": ("年份应当在 {first} 到 {last} 之间。", "The year must lie between {first} and {last}."),
    "no-such-day": ("没有这一天。", "There is no such day."),
    "no-such-time": ("没有这个时刻。", "There is no such time."),
    "too-short": ("至少 {low} 个字。", "At least {low} characters."),
    "too-long": ("有 {size} 个字，最多 {high} 个字。", "{size} characters; at most {high}."),
    "pattern": ("写法不对。", "It is not written as it should be."),
    "id-length": (
        "身份证号应为18位（前17位数字，末位数字或X），现为 {size} 位（{shown}）。",
        "An identity number has 18 characters (17 digits, then a digit or X), this one {size} ({shown}).",
    ),
    "id-birth": (
        "身份证号（{shown}）第7至14位不是真实的出生日期。",
        "Digits 7 to 14 of the identity number ({shown}) are no birth date.",
    ),
    "id-check": (
        "身份证号（{shown}）校验位不符，请对照证件逐位核对。",
        "The check character of the identity number ({shown}) does not fit; compare it with the card.",
    ),
    "uscc-length": (
        "统一社会信用代码应为18位，现为 {size} 位。",
        "A unified social credit code has 18 characters, this one {size}.",
    ),
    "uscc-letters": (
        "统一社会信用代码由数字和大写字母组成，不含 I、O、S、V、Z，第3至8位是数字。",
        "The code has digits and capitals without I, O, S, V, Z; characters 3 to 8 are digits.",
    ),
    "uscc-check": (
        "统一社会信用代码校验位不符，请对照营业执照逐位核对。",
        "The check character of the code does not fit; compare it with the licence.",
    ),
    "mobile": (
        "应为11位手机号，以13至19开头，不加空格和横线；现为 {size} 位（{shown}）。",
        "It should be a mobile number of 11 digits, 13 to 19 first, without blanks; this has {size} ({shown}).",
    ),
    "last4": ("只填卡号后四位数字，不要写完整卡号。", "Only the last four digits of the card, never the whole number."),
    "email": ("不是邮箱地址。", "It is no mail address."),
    "percent": ("应为带百分号的年利率，在0%到100%之间。", "It should be a yearly rate with %, from 0% to 100%."),
    # between keys
    "double-id": ("代号 {id} 已在第 {first} 行用过。", "The id {id} is already taken on line {first}."),
    "reserved-id": ("代号不能用 {id}，这个词另有含义。", "The id {id} has a meaning of its own."),
    "unknown-reference": (
        "{list} 里没有 {id}。现有：{known}。",
        "There is no {id} under {list}. There are: {known}.",
    ),
    "unknown-reference-none": (
        "{list} 里没有 {id}，那里一项也没有。",
        "There is no {id} under {list}, nor anything else.",
    ),
    "no-purchase": ("至少要有一个订单或一笔付款。", "At least one order or one payment is needed."),
    "more": ("……另有 {left} 处。", "... and {left} more."),
    # parts of sentences
    "comma-hint": (
        "花括号里的文字如果含有英文逗号，要整段加引号。",
        " Inside braces, text with commas must be quoted.",
    ),
}
