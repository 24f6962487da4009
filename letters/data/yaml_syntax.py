"""What a YAML parser's complaints mean to a person who has never heard of YAML."""

#: What libyaml and PyYAML complain of: part of the complaint, what it means.
SYNTAX: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "这里多了一个冒号。值里含有“: ”时请整段加引号；也请检查缩进。",
        "A colon too many. Quote a value that holds “: ”, and check the indentation.",
    ),
    (
        "found character that cannot start",
        "值不能以这个符号开头（如 @、`、% 或制表符），请加引号，缩进只用空格。",
        "A value cannot begin with this sign (@, `, % or a tab); quote it, and indent with blanks only.",
    ),
    ("tab", "缩进只能用空格，不能用制表符。", "Indent with blanks, not with tabs."),
    (
        "end of stream",
        "引号没有配对，从这里开始的引号没有结束。",
        "A quotation mark that opens here is never closed.",
    ),
    (
        "did not find expected ',' or",
        "方括号或花括号没有配对，或者其中缺少逗号。",
        "Brackets or braces do not match, or a comma is missing inside.",
    ),
    (
        "expected ',' or",
        "方括号或花括号没有配对，或者其中缺少逗号。",
        "Brackets or braces do not match, or a comma is missing inside.",
    ),
    (
        "could not find expected ':'",
        "这一行缺少冒号；字段和值之间要写“: ”（英文冒号加空格）。",
        "A colon is missing; between key and value stands “: ”.",
    ),
    (
        "did not find expected key",
        "缩进与上一行不一致，或者引号后面还有文字。",
        "The indentation differs from the line above, or text follows a closing quote.",
    ),
    (
        "did not find expected '-' indicator",
        "列表各项的“- ”没有对齐。",
        "The “- ” of the list items do not line up.",
    ),
    (
        "expected <block end>",
        "缩进与上一行不一致，或者引号后面还有文字。",
        "The indentation differs from the line above, or text follows a closing quote.",
    ),
    (
        "block sequence entries are not allowed",
        "“- ”不能写在这里，列表请另起一行。",
        "“- ” cannot stand here; begin the list on a new line.",
    ),
    (
        "unknown escape",
        "双引号里的反斜杠 \\ 要写成 \\\\，或改用单引号。",
        "Inside double quotes write \\\\ for a backslash, or use single quotes.",
    ),
    (
        "did not find expected node content",
        "方括号或花括号没有配对，或者多了一个逗号。",
        "Brackets or braces do not match, or there is a comma too many.",
    ),
    (
        "expected the node content",
        "方括号或花括号没有配对，或者多了一个逗号。",
        "Brackets or braces do not match, or there is a comma too many.",
    ),
    (
        "expected comment or line break",
        "竖线 | 或大于号 > 后面要换行，文字从下一行缩进开始；如果它是文字的一部分，请整段加引号。",
        "After | or > the text begins on the next line, indented; quote the value if the sign is part of it.",
    ),
    (
        "alphabetic or numeric",
        "值不能以 & 或 * 开头，请整段加引号。",
        "A value cannot begin with & or *; quote it.",
    ),
    (
        "whitespace or line break",
        "值不能以这个符号开头，请整段加引号。",
        "A value cannot begin with this sign; quote it.",
    ),
    (
        "found unexpected ':'",
        "括号里的文字含有冒号，请整段加引号。",
        "Inside brackets, text with a colon must be quoted.",
    ),
    (
        "mapping keys are not allowed",
        "值不能以问号开头，请整段加引号。",
        "A value cannot begin with a question mark; quote it.",
    ),
    (
        "undefined tag handle",
        "值不能以感叹号开头，请整段加引号。",
        "A value cannot begin with an exclamation mark; quote it.",
    ),
    (
        "document start",
        "文件开头的指令写法不对，或缺少 ---。",
        "A directive at the beginning is wrong, or --- is missing.",
    ),
)


def syntax_hint(problem: str, lang: str) -> str:
    """The complaint in words, or as it is where no words are known for it."""
    for part, zh, en in SYNTAX:
        if part in problem:
            return en if lang == "en" else zh
    return problem
