"""Date phrases that are refused, by the kind of document they are typical of, and why.

All are said on 30 January 2024.
"""

from __future__ import annotations

NO_DATE = "it gives no date; keep the words alone, as `stated`"
WHICH = "it does not say which one; write the date with the weekday"
WEEK = "a week has no notation; write its days"
ONE_OF_TWO = "it may be one of two when said on 2024-01-30; write the year"
COUNTED = "it may be counted from today or be one of the calendar; write which"
NO_RULE = "no rule reads these words without a guess; write the date as EDTF"
BEGUN = "it had begun when said on 2024-01-30; write the year, or say look='back' or look='ahead'"
THROUGH = "it may be all of it, or lead to its end; write 'throughout' or 'until the end of'"
BETWEEN = (
    "'between' may mean one day or all of them; write 'from … to …' or EDTF"
)
IN_TIME = "it may mean within that time or at its end; write 'within', or 'from today'"
FROM_WHEN = "it does not say from when; write the first day, or EDTF"
ROUND = "so many years are likely to be a round number; write the year"
WHICH_MONTH = (
    "it is unclear which number is the month; write the name of the month"
)
TWO_YEARS = "is it a season, a fiscal year or a span: say which"
WHICH_WINTER = "which winter: it lies in two years; write both, as in 2024/25"
NO_SUCH_DAY = (
    "there is no such day within a year of its being said; write the year"
)
NIGHT = "a night lies between two days; write both"
WORKING_DAYS = (
    "which days are worked on is not known here; write the date as EDTF"
)
RECURS = "it recurs; write a `recurrence`, and the first date"
OVER = "it was over when said on 2024-01-30; write the year"
WHOSE = "whose fiscal year is meant: give the country, as in country='GB'"
FEAST = "the dates of feasts are not known here; write the date"

OPEN_START = "it leaves open when it begins; leave out its first word if that day is meant"
STATE = (
    "it may be the state on that day, or what began then; write 'on' or 'from'"
)
ONE_OR_ALL = (
    "it may be one day of that time or all of it; write 'in' or 'throughout'"
)
UP_TO = (
    "it may be a length of time, or lead to its end; write 'within' or 'until'"
)
NOT_BEGUN = (
    "it had not begun when said on 2024-01-30; write 'throughout', or its days"
)
DAY_OR_YEAR = "it may be a day, or a month and its year; write all four digits of the year"

REFUSED_BY_GENRE: dict[str, dict[str, str]] = {
    "press notices: words that give no date": {
        "soon": NO_DATE,
        "shortly": NO_DATE,
        "in due course": NO_DATE,
        "as soon as possible": NO_DATE,
        "in the near future": NO_DATE,
        "recently": NO_DATE,
        "in the foreseeable future": NO_DATE,
        "going forward": NO_DATE,
        "immediately": NO_DATE,
        "promptly": NO_DATE,
    },
    "readouts: which of several is meant": {
        "on Tuesday": WHICH,
        "next Tuesday": WHICH,
        "last Friday": WHICH,
        "by Friday": WHICH,
        "next week": WEEK,
        "by the end of the week": WEEK,
        "earlier this week": WEEK,
        "next spring": ONE_OF_TWO,
        "next March": ONE_OF_TWO,
        "by next summer": ONE_OF_TWO,
        "in the next year": COUNTED,
        "in the coming year": COUNTED,
        "by the last month": COUNTED,
        "the past ten years": ONE_OR_ALL,
        "the preceding twelve months": ONE_OR_ALL,
        "next 12 months": ONE_OR_ALL,
        "the coming weeks": ONE_OR_ALL,
        "for the rest of 2025": NOT_BEGUN,
        "the remainder of next year": NOT_BEGUN,
        "the rest of the summer": NOT_BEGUN,
        "the rest of 2023": "it runs backward, from 2024-01-30 to 2023-12-31; write the year of both",
        "as of 31 December 2023": STATE,
        "as of end-2023": STATE,
        "as of last month": STATE,
        "as of today": STATE,
        "as of the start of 2023": STATE,
        "in May 24": DAY_OR_YEAR,
        "in June 9": DAY_OR_YEAR,
        "sometime in Dec 24": DAY_OR_YEAR,
        "by Mar 26": DAY_OR_YEAR,
        "by March 26": DAY_OR_YEAR,
        "since Mar. 22": DAY_OR_YEAR,
        "from Apr 25": DAY_OR_YEAR,
        "by the end of May 25": DAY_OR_YEAR,
        "from Apr 25 to Mar 26": DAY_OR_YEAR,
        "within 90 days of May 25": DAY_OR_YEAR,
        "over the next decade": COUNTED,
        "within the year": COUNTED,
        "this quarter": NO_RULE,
        "29 January": "it may be 2024-01-29 or 2025-01-29; write the year, or say look='back' or look='ahead'",
        "on 10 January": "it may be 2024-01-10 or 2025-01-10; write the year, or say look='back' or look='ahead'",
        "29 December": "it may be 2023-12-29 or 2024-12-29; write the year, or say look='back' or look='ahead'",
        "in October": "it may be 2023-10 or 2024-10; write the year, or say look='back' or look='ahead'",
        "at the end of October": "it may be 2023-10 or 2024-10; write the year, or say look='back' or look='ahead'",
        "10-12 December": "it may be 2023-12-12 or 2024-12-12; write the year, or say look='back' or look='ahead'",
        "from 10 to 12 January": "it may be 2024-01-12 or 2025-01-12; write the year, or say look='back' or look='ahead'",
        "10 and 12 December": "it may be 2023-12-12 or 2024-12-12; write the year, or say look='back' or look='ahead'",
        "December and January": BEGUN,
        "from November to March": BEGUN,
        "until the end of November": "it may be 2023-11 or 2024-11; write the year, or say look='back' or look='ahead'",
        "through 2026": THROUGH,
        "through March 2025": THROUGH,
        "over the summer": "'over' may mean one day of it or all; write 'in' or 'throughout'",
        "between 2025 and 2027": BETWEEN,
        "between now and the end of the year": BETWEEN,
        "in 90 days": IN_TIME,
        "in twenty-four months": IN_TIME,
        "in two months": IN_TIME,
        "over five years": FROM_WHEN,
        "90 days": FROM_WHEN,
        "for three years": FROM_WHEN,
        "four or five years ago": NO_RULE,
        "ten years ago": ROUND,
        "100 days ago": "it is likely to be a round number; write the date",
        "since a hundred days ago": "it is likely to be a round number; write the date",
        "a decade ago": ROUND,
    },
    "tables, treaties and regulations": {
        "4/3/2024": WHICH_MONTH,
        "by 4.3.2024": WHICH_MONTH,
        "31/12/24": WHICH_MONTH,
        "31/31/2024": WHICH_MONTH,
        "2004-11": "it may be the month 2004-11 of ISO 8601 or the years 2004 to 2011; give Period('2004-11') for the month",
        "2011-12": "it may be the month 2011-12 of ISO 8601 or the years 2011 to 2012; give Period('2011-12') for the month",
        "2024/25": TWO_YEARS,
        "in 2024-2025": TWO_YEARS,
        "in 2025-27": TWO_YEARS,
        "2024-21": TWO_YEARS,
        "202X": "it is EDTF already, not words; give Period('202X')",
        "2024-03/2024-06": "it is EDTF already, not words; give Period('2024-03/2024-06')",
        "winter 2024": WHICH_WINTER,
        "winter next year": WHICH_WINTER,
        "summer 2024/25": "a summer lies in one year, not in two; write one year",
        "winter 2024/26": "26 is not the year after 2024; check both years",
        "Monday (30 January)": "2024-01-30 is a Tuesday, not a Monday; check both",
        "Friday 4 March 2024": "2024-03-04 is a Monday, not a Friday; check both",
        "today (29 January)": "today is 2024-01-30, not '29 january'; check both",
        "yesterday (Tuesday)": "2024-01-29 is a Monday, not a Tuesday; check both",
        "30 February 2024": "there is no day 30: 2024-02 has 29 days",
        "31 February": NO_SUCH_DAY,
        "Monday 31 June": NO_SUCH_DAY,
        "2024-02-30": "there is no day 30: 2024-02 has 29 days (at character 9)",
        "week of 5 March 2024": "2024-03-05 is not a Monday: the week may begin on it or hold it; write its days",
        "week ending 8 March 2024": "2024-03-08 is a Friday: the week may have fewer than seven days; write its days",
        "week beginning 5 March 2024": "2024-03-05 is a Tuesday: the week may have fewer than seven days; write its days",
        "the night of 3-5 March 2024": NIGHT,
        "the night of 31 March to 1 March 2024": NIGHT,
        "within ninety (60) days": "'ninety' is not 60; write the number once",
        "within 90 days of March 2024": "'march 2024' is not a single day to count from; write the day",
        "within 90 days of perhaps 4 March 2024": "'perhaps 4 march 2024' is not a single day to count from; write the day",
        "two weeks after March 2024": "'march 2024' is not a single day to count from; write the day",
        "three months after early 2024": "'early 2024' is not a single day to count from; write the day",
        "within ten working days": WORKING_DAYS,
        "within 5 business days of 1 March 2024": WORKING_DAYS,
        "90 days from 12 August 2025": "it may be the day on which that time ends, or all of it; write 'after', or 'starting on'",
        "after 90 days": NO_RULE,
        "the three months before 1 July 2025": ONE_OR_ALL,
        "before the 90 days after 1 July 2025": ONE_OR_ALL,
        "in the two years before 2024": "'2024' is not a single day to count from; write the day",
        "in three months after 1 July 2025": "it may mean within that time or at its end; write 'within', or leave out 'in'",
        "up to 12 months before 1 May 2025": UP_TO,
        "up to 90 days from today": UP_TO,
        "up to two years": UP_TO,
        "every year": RECURS,
        "twice a year": RECURS,
        "annually": RECURS,
    },
    "communiqués and strategies": {
        "before late March": "'late march' has no first or last day; write the day or the month",
        "before mid-2025": "'mid-2025' has no first or last day; write the day or the month",
        "no later than early March": "'early march' has no first or last day; write the day or the month",
        "no later than the start of 2026": "'start of 2026' has no first or last day; write the day or the month",
        "no later than around 2030": "'around 2030' has no first or last day; write the day or the month",
        "before later this year": "'later this year' has no first or last day; write the day or the month",
        "by later this year": "'later this year' has no first or last day; write the day or the month",
        "by the end of 2030 or 2031": "'2030 or 2031' has no first or last day; write the day or the month",
        "before two weeks ago": "'two weeks ago' has no first or last day; write the day or the month",
        "from May 2025 at the latest": OPEN_START,
        "starting in 2025 at the earliest": OPEN_START,
        "from 2025 or later": OPEN_START,
        "from the start of early 2025": "'early 2025' has no first or last day; write the day or the month",
        "not before the end of FY 2024": WHOSE,
        "by yesterday": OVER,
        "by the end of last year": OVER,
        "before January": OVER,
        "by the beginning of the decade": OVER,
        "early 4 March": "'early' is read of a decade, a year or a part of a year only; write EDTF",
        "early FY 2024": WHOSE,
        "the first half of March": "halves are read of a calendar year only; write the months",
        "the third half of 2024": "a year has 2 halves only; check which is meant",
        "the fourth third of 2024": "a year has 3 thirds only; check which is meant",
        "H3 2024": "a year has 2 halves only; check which is meant",
        "Q3 of the 2030s": "quarters are read of a calendar year only; write the months",
        "the first 13 months of 2024": "'2024' is shorter than that; check the number",
        "perhaps in May or June": "a span or a set is not doubted as a whole; write EDTF",
        "in the week of 4 March or 11 March": "'or' is read between single dates only; write EDTF",
        "June or May 2024": "2024-06 does not come before 2024-05; write the year of both",
        "in three to two years": "the first number is not the smaller one; swap them",
        "FY 2023/24": WHOSE,
        "this fiscal year": WHOSE,
        "by the end of fiscal year 2024": WHOSE,
        "by Christmas": FEAST,
        "at Easter": FEAST,
        "the 21st century": "it may begin with a year 00 or 01; write its years",
        "since 2030": "'since' looks back, but 2030 comes after 2024-01-30; check the date",
        "since tomorrow": "'since' looks back, but 2024-01-31 comes after 2024-01-30; check the date",
        "since 2025 or 2026": "no span begins or ends with [2025,2026]; write one date",
        "from 2027 to 2025": "it runs backward, from 2027 to 2025; write the year of both",
        "12–10 December 2024": "it runs backward, from 2024-12-12 to 2024-12-10; write the year of both",
        "10, 2023 to 12 March 2024": NO_RULE,
        "in 2024 and 2026": "2024 and 2026 are not one span; read them one by one",
        "within 9999 years": "it leads outside the years 0001 to 9999; write a year within them",
        "by the next summit": NO_RULE,
        "in the following months": NO_RULE,
        "in the year": NO_RULE,
        "in the fortieth quarter of 2025": NO_RULE,
        "Smarch 2024": NO_RULE,
        "٤ March 2024": NO_RULE,
        "early early early early early early early 2024": "it is made of too many parts; write the date as EDTF",
    },
}

REFUSED = {
    "": NO_RULE,
    **{
        words: reason
        for phrases in REFUSED_BY_GENRE.values()
        for words, reason in phrases.items()
    },
}
