"""Findings in English: one sentence a code; the place says the rest. The Chinese message names sums and dates."""

from msgspec.structs import replace

from letters.review.finding import Finding

#: code -> what is wrong, how to mend it
TEXTS: dict[str, tuple[str, str]] = {
    "gate-illegal-goods": ("The goods are of a kind the law does not protect; no claim is drafted.", "Take legal advice, or correct `legality`."),
    "gate-fraud": ("There are signs of fraud: police and payment stop come first, other texts are frozen.", "Stop paying, call 110 or 96110 and your payment provider; record the police's answer."),
    "gate-resale": ("Bought for resale or by an organisation: consumer law and consumer channels are closed.", "Claim under the contract, or correct `purpose`."),
    "gate-minor": ("The buyer is under eighteen: the guardian writes as legal representative.", "Fill in `complainant.guardian`."),
    "fraud-sign-beside": ("A suspicious sign: the civil way goes on, the police may be told as well.", ""),
    "field-missing": ("The channel needs a field that the case does not have.", "Fill in the field."),
    "respondent-unnamed": ("The other side's true name is not known.", "Look at the licence page, the ICP record, the payee on the bill; else ask the platform."),
    "amount-mismatch": ("Figures of the case do not agree (L2).", "Correct the order, the payment or the demand."),
    "deceit-missing": ("Triple damages need a false statement made before the payment.", "Fill in `dispute.deceit`, or drop the demand."),
    "clause-alone": ("A void clause carries no claim of its own.", "Add the ground that says what went wrong."),
    "deadline-past": ("The deadline for the other side is not after the date of the letter.", "Use `reply_days` or a later time."),
    "deadline-short": ("The deadline leaves less than a day.", "Give three days or more."),
    "exclusive-channel": ("Another body has taken up or handled the same dispute.", "Go on there, or to court."),
    "duplicate-filing": ("A filing on this channel already exists.", "Supplement it under its number."),
    "not-applicable": ("This channel is not for this case.", ""),
    "other-method": ("The payment was made another way.", ""),
    "settled": ("The money has arrived.", "Withdraw what is still open."),
    "demand-not-for-channel": ("A demand lies outside the channel's power and is left out or moved.", ""),
    "threat": ("A threat: it can be read as extortion and gets the text rejected.", "Name a lawful next step instead."),
    "insult": ("An insult proves nothing and may itself be unlawful.", "Use a neutral word."),
    "crime-as-fact": ("A crime is stated as a fact.", "Tell the facts; leave the judgement to police and court."),
    "promised-result": ("A result is promised that another body decides.", "Ask for lawful handling."),
    "personal-data": ("A public text shows personal data.", "Take it out of the account or the quotation."),
    "too-long": ("The text is over the channel's limit.", "Shorten the longest texts of the case."),
    "part-missing": ("The case gives this letter nothing for a part it needs.", "Use another channel, or complete the account."),
    "evidence-file-missing": ("An evidence file is not where the case says.", "Correct the path, relative to the case file."),
    "not-in-force": ("Law that was not in force for these facts cannot be cited.", "Take advice on the law of that time."),
    "defendant-unreachable": ("The other side cannot be reached: no small claim, service by publication.", "Look up the registered address."),
    "over-claim": ("More is asked than facts and law give.", "Ask for what can be computed and proved."),
    "demand-conflict": ("Money back and performance are asked for the same order.", "Keep one of them."),
    "ground-conflict": ("A payment nobody authorised cannot be a purchase as well.", "Keep the ground that is true."),
    "timeline-order": ("Times stand in the wrong order (L4).", "Correct the time that is wrong."),
    "filing-contradiction": ("A filing contradicts itself or another one.", "Correct its status or times."),
    "channel-unknown": ("There is no channel of that id.", "`letters channels` lists them."),
    "window-passed": ("The platform's own refund window is over.", "Say when the fault was found and why not earlier."),
    "limitation-near": ("A three-year period ends within half a year.", "Send a demand that can be proved, or sue."),
    "limitation-passed": ("A three-year period is over.", "Add what interrupted it, if anything did."),
    "jurisdiction-doubt": ("Which court has jurisdiction is open to doubt.", "Ask at the court, or sue where the other side is."),
    "evidence-missing": ("Something asserted has no evidence.", "See the Chinese message for how to get it."),
    "evidence-late": ("The page was captured more than a day after the order (L5).", "Look for an earlier record of the page."),
    "own-breach": ("A rule that the buyer broke may reduce the claim.", "Check the rule, its version and whether it matters."),
    "private-seller": ("The seller is a private person; consumer law is closed unless he trades.", "Show that he trades, or claim under the contract."),
    "loop-broken": ("The evidence does not close (rule L1 to L12 in the source).", "See the Chinese message."),
    "transfer-to-person": ("The money went to a natural person (L11).", "Keep the talk in which he asked for it."),
    "small-claims-excluded": ("The small-claims procedure is not open.", "Sue without those words."),
    "small-claims-ceiling-unknown": ("The small-claims ceiling is not known.", "Fill in `preferences.small_claims`."),
    "refund-not-requested": ("Nobody was asked for the money in writing yet (L10).", "Ask first, and keep the record."),
    "weak-claim": ("A point of the claim is weak.", "See the Chinese message."),
    "refusal-risk": ("The regulator may refuse or doubt the complaint.", "See the Chinese message."),
    "below-stop-loss": ("The sum is below your own stop-loss.", ""),
    "day-off": ("The deadline falls on a day off; it does not move.", ""),
    "cannot-check": ("A check could not be run; the Chinese message names the file.", "Mend the file."),
    "calendar-unpublished": ("A date rests on a holiday calendar that is not published yet.", ""),
}  # fmt: skip


def in_english(finding: Finding) -> Finding:
    """The finding with message and cure in English; one without a text stays as it is."""
    if finding.code not in TEXTS:
        return finding
    message, fix = TEXTS[finding.code]
    return replace(finding, message=message, fix=fix)
