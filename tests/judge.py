"""Scenarios: a case, a day and what must come of it, judged as tests/scenarios/README.md says.

Everything is read from what the command line prints for programs, so a scenario holds for the whole way from file to letter.
"""

import contextlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]
LEVELS = ("note", "warn", "block")
SUFFIX = ".expect.yaml"


@dataclass(frozen=True)
class Scenario:
    """A case file and what is expected of it on the day `on`."""

    path: Path
    case: Path
    on: str
    expect: Data

    def part(self, *keys: str) -> Any:
        """What stands under the keys, or an empty mapping."""
        found: Any = self.expect
        for key in keys:
            found = (found or {}).get(key)
        return found if found is not None else {}

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels whose letters are judged."""
        named = {*self.part("text"), *self.part("cite", "must"), *self.part("cite", "must_not")} - {"all"}
        return tuple(sorted(map(str, named)))


@dataclass
class Answers:
    """What the command line said about the case."""

    check: Data
    plan: Data
    why: Data
    channel_checks: Mapping[str, Data]
    letters: Mapping[str, Data]
    refused: Mapping[str, Data]
    faults: list[str] = field(default_factory=list)


def scenarios(folder: Path) -> list[Scenario]:
    """All scenarios of a folder."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        expect = yaml.safe_load(path.read_text("utf-8"))
        found.append(Scenario(path, path.with_name(path.name.replace(SUFFIX, ".yaml")), str(expect["on"]), expect))
    return found


def faults(scenario: Scenario) -> list[str]:
    """Each expectation that is not met, in words."""
    answers = ask(scenario)
    if not (answers.check and answers.plan and answers.why):
        return answers.faults
    judges = (_citations, _in_force, _amounts, _dues, _findings, _plan, _texts)
    return answers.faults + [fault for judge in judges for fault in judge(scenario, answers)]


# -- asking ---------------------------------------------------------------------------------------------------------


def run(*arguments: object) -> tuple[int, Any, str]:
    """Exit code, what was printed as data, and what was said on standard error."""
    from letters.cli import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(each) for each in arguments])
    return code, json.loads(out.getvalue()) if out.getvalue() else {}, err.getvalue()


def ask(scenario: Scenario) -> Answers:
    """Run the commands; a case that does not load is a fault, and so is a command that fails for another reason."""
    case, day = scenario.case, ("--date", scenario.on)
    problems: list[str] = []

    def asked(allowed: tuple[int, ...], *arguments: object) -> Data:
        code, data, said = run(*arguments)
        if code not in allowed:
            problems.append(f"{arguments[0]} {' '.join(map(str, arguments[2:4]))} exits {code}: {said.strip()[:300]}")
        return data if isinstance(data, dict) else {}

    check = asked((0, 1), "check", case, *day, "--json")
    if problems:
        return Answers({}, {}, {}, {}, {}, {}, problems)
    letters: dict[str, Data] = {}
    refused: dict[str, Data] = {}
    for channel in scenario.channels:
        drafted = asked((0, 1), "draft", case, "-c", channel, "-t", "json", *day)
        letters |= {letter["channel"]: letter for letter in drafted.get("letters", ())}
        refused |= {each["channel"]: each for each in drafted.get("refused", ())}
    wanted = {str(item["channel"]) for item in scenario.part("findings", "must") or () if item.get("channel")}
    return Answers(
        check,
        asked((0,), "plan", case, *day, "--json"),
        asked((0,), "law", "--why", case, "--on", scenario.on, "--json"),
        {each: asked((0, 1), "check", case, "-c", each, *day, "--json") for each in {*wanted, *scenario.channels}},
        letters,
        refused,
        problems,
    )


# -- judging --------------------------------------------------------------------------------------------------------


def one_of(item: Any) -> list[Any]:
    return item if isinstance(item, list) else [item]


def split(reference: str) -> tuple[str, str, tuple[str, ...]]:
    """`slug:48(1)(6)` as slug, article, paragraph and item."""
    match = re.fullmatch(r"([\w-]+):([\w-]+|\*)((?:\(\d+\))*)", str(reference))
    assert match, f"not a reference: {reference}"
    return match[1], match[2], tuple(re.findall(r"\d+", match[3]))


def meant(wanted: str, cited: str, *, lenient: bool) -> bool:
    """Whether a citation is one that `wanted` speaks of; `lenient` takes a less exact one of the same article."""
    law, article, parts = split(wanted)
    other_law, other_article, other_parts = split(cited)
    if law != other_law or article not in ("*", other_article):
        return False
    same = parts[: len(other_parts)] == other_parts[: len(parts)]
    return article == "*" or (same and (lenient or len(other_parts) >= len(parts)))


def cited(letter: Data) -> list[str]:
    return [each["article"] for each in letter["citations"]]


def accounted(scenario: Scenario, channel: str) -> bool:
    """Whether the expectations themselves say why the channel gets no letter."""
    blocking = (i for i in scenario.part("findings", "must") or () if i.get("level") == "block")
    return channel in map(str, scenario.part("plan", "not_now")) or any(
        str(item.get("channel", channel)) == channel for item in blocking
    )


def _refusal(scenario: Scenario, answers: Answers, channel: str) -> Iterator[str]:
    if channel in answers.refused and not accounted(scenario, channel):
        refused = answers.refused.get(channel, {})
        yield f"{channel} is refused: {refused.get('codes')} {refused.get('message')}"


def _citations(scenario: Scenario, answers: Answers) -> Iterator[str]:
    for channel, wanted in scenario.part("cite", "must").items():
        letter = answers.letters.get(str(channel))
        if letter is None:
            yield from _refusal(scenario, answers, str(channel))
            continue
        have = cited(letter)
        for item in wanted:
            if not any(meant(one, each, lenient=True) for one in one_of(item) for each in have):
                yield f"{channel} does not cite {item}, only {have}"
    for channel, banned in scenario.part("cite", "must_not").items():
        for name, letter in answers.letters.items():
            if str(channel) in ("all", name):
                yield from (
                    f"{name} cites {each}, which {item} rules out"
                    for item in banned
                    for each in cited(letter)
                    if meant(item, each, lenient=False)
                )


def _in_force(scenario: Scenario, answers: Answers) -> Iterator[str]:
    from letters.law.library import law_of

    day = date.fromisoformat(scenario.on)
    for name, letter in answers.letters.items():
        for each in cited(letter):
            if not law_of().statutes.status(each, day).in_force:
                yield f"{name} cites {each}, not in force on {day}"


def _amounts(scenario: Scenario, answers: Answers) -> Iterator[str]:
    have = answers.why["amounts"]
    wanted = dict(scenario.part("amounts"))
    wanted.pop("how", None)
    for respondent, amount in (wanted.pop("by", None) or {}).items():
        asked = [
            [Decimal(d["amount"]) for d in letter["demands"] if d["respondent"] == respondent and d["amount"]]
            for letter in answers.letters.values()
        ]
        if asked and not any(Decimal(amount) in (*each, sum(each)) for each in asked):
            yield f"{respondent} owes {amount}, the letters ask {asked}"
    for kind, amount in wanted.items():
        got = Decimal(have[kind]["amount"]) if kind in have else Decimal(0)
        if got != Decimal(str(amount)):
            yield f"{kind} is {got}, not {amount}"


def _dues(scenario: Scenario, answers: Answers) -> Iterator[str]:
    for item in scenario.part("due") or ():
        days = [each["at"][:10] for each in answers.plan["due"] if each["what"] == item["what"]]
        if str(item["at"]) not in days:
            yield f"{item['what']} is {days}, not {item['at']}"


def _findings(scenario: Scenario, answers: Answers) -> Iterator[str]:
    for item in scenario.part("findings", "must") or ():
        least = LEVELS.index(item["level"]) if item.get("level") else 0
        if not any(_found(code, least, item.get("channel"), answers) for code in one_of(item["code"])):
            yield f"finding {item} is missing"
    for code in scenario.part("findings", "must_not") or ():
        for each in answers.check["findings"]:
            if each["code"] == code and not each["channel"]:
                yield f"finding {code} is wrong here: {each['message']}"


def _found(code: str, least: int, channel: Any, answers: Answers) -> bool:
    checks: Iterable[Data] = (answers.check, *answers.channel_checks.values())
    if channel is not None:
        checks = (answers.channel_checks[str(channel)],)
    for check in filter(None, checks):
        if any(each["code"] == code and LEVELS.index(each["level"]) >= least for each in check["findings"]):
            return True
        if any(code in state["blocked_by"] for state in check["channels"].values()):
            return True
    return False


def _plan(scenario: Scenario, answers: Answers) -> Iterator[str]:
    plan = answers.plan
    today = {each["channel"] for each in plan["today"]}
    later = today | {each["channel"] for key in ("waiting", "next") for each in plan[key]}
    for key, pool in (("today", today), ("next", later)):
        for item in scenario.part("plan", key) or ():
            if not pool & set(map(str, one_of(item))):
                yield f"plan: {key} lacks {item}, has {sorted(pool)}"
    for channel, reason in scenario.part("plan", "not_now").items():
        name = str(channel)
        if name in today:
            yield f"plan: {name} is offered today although {reason}"
        if re.fullmatch(r"[a-z]+(-[a-z]+)+", str(reason)):
            blocked = answers.check["channels"].get(name, {}).get("blocked_by", ())
            if reason not in plan["not_now"].get(name, "") and reason not in blocked:
                yield f"plan: {name} is kept back without naming {reason}"


def _texts(scenario: Scenario, answers: Answers) -> Iterator[str]:
    gates = {"gate-illegal-goods", "gate-fraud"}
    expected = scenario.part("findings", "must") or ()
    if any(item.get("level") == "block" and gates & set(one_of(item["code"])) for item in expected):
        shut = set(map(str, scenario.part("plan", "not_now")))
        yield from (f"{name} was drafted through a gate" for name in sorted(shut & set(answers.letters)))
    for channel, rules in scenario.part("text").items():
        letter = answers.letters.get(str(channel))
        if letter is None:
            if rules.get("contains"):
                yield from _refusal(scenario, answers, str(channel))
            continue
        texts = [letter["text"], *letter["variants"].values()]
        longest = f"{letter['title']}\n{max(texts, key=len)}"
        for item in rules.get("contains") or ():
            if not any(holds(longest, str(one)) for one in one_of(item)):
                yield f"{channel} lacks {item!r}"
        for item in rules.get("lacks") or ():
            if any(str(item) in text for text in (letter["title"], *texts)):
                yield f"{channel} holds {item!r}"


def levelled(text: str) -> str:
    """Thousands without separators, times of day in one form."""
    text = re.sub(r"(?<=\d),(?=\d{3}(?:,\d{3})*(?!\d))", "", text)
    return re.sub(r"(\d{1,2})时(\d{2})分", r"\1:\2", text)


def holds(text: str, item: str) -> bool:
    """Whether the text says the item: a number by value, words character by character, white space where it has some."""
    text, item = levelled(text), levelled(item)
    if re.fullmatch(r"\d+(\.\d+)?", item):
        numbers = re.findall(r"\d+(?:\.\d+)?", text)
        return item in numbers or any(Decimal(each) == Decimal(item) for each in numbers)
    return item in text or (not re.search(r"\s", item) and item in re.sub(r"\s", "", text))
