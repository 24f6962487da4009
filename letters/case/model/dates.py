"""Anniversaries and ages (民法典 202; GB 11643)."""

from datetime import date


def anniversary(day: date, years: int) -> date:
    """The same date `years` later, or the last day of the month where it has none (民法典 202)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def birth_date(id_number: str) -> date | None:
    """The birth date in an 18-character ID number (GB 11643), or None."""
    try:
        return date(int(id_number[6:10]), int(id_number[10:12]), int(id_number[12:14]))
    except ValueError:
        return None


def age_on(birth: date, day: date) -> int:
    """Full years of age on `day`; 周岁 counts from the day after the birthday only for minors' bands at law, not here."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
