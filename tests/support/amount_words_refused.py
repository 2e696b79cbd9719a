"""Amount words that are refused, with the reason, by the genre of document that they are typical of."""

from __future__ import annotations

CANNOT_BE_PART_OF_A = "'-' cannot be part of a unit; write the amount alone"
WHICH_CURRENCY_DOLLARS_IS_DEPENDS = "which currency 'dollars' is depends on the country; write the code, as in '500 USD', or give the country, as in country='US'"
A_NUMBER_IS_EXPECTED_BEFORE = "a number is expected before the end; write it in digits, as in '500 people'"
BY_SAYS_WHEN_WRITE_THE = (
    "'by' says when; write the date in the record, and the amount alone"
)
IT_GIVES_NO_NUMBER_WRITE = "it gives no number; write '.. people' if nothing is known, or a bound such as '>= 2 people'"
A_FACTOR_IS_NOT_AN = "a factor is not an amount; write the change that it makes, as in 'change 100 %' for doubled"
BETWEEN_TAKES_TWO_NUMBERS_JOINED = (
    "'between' takes two numbers joined by 'and', as in 'between 10 and 12'"
)
ITS_SECOND_NUMBER_IS_NOT = "its second number is not more than its first; write a range upward, as in '10..12'"
BY_DOES_NOT_SAY_WHETHER = "'by' does not say whether it is a rise or a fall; write 'change 5 %' or 'change -5 %'"
IT_HAS_A_SECOND_BOUND = "it has a second bound; write one of them"
A_NUMBER_IS_EXPECTED_BEFORE_2 = (
    "a number is expected before 'a'; write it in digits, as in '500 people'"
)
WRITE_ZERO_AS_A_NUMBER = "write zero as a number, as in '0 people'"
A_SIGN_MAY_MARK_A = "a sign may mark a change or a level; write 'change -5 %' for a change, '-5 %' for a level"
WHICH_CURRENCY_IS_DEPENDS_ON = "which currency '$' is depends on the country; write the code, as in '500 USD', or give the country, as in country='US'"
WHICH_CURRENCY_POUNDS_IS_DEPENDS = "which currency 'pounds' is depends on the country; write the code, as in '500 GBP', or give the country, as in country='GB'"
M_MAY_BE_A_MAGNITUDE = (
    "'m' may be a magnitude or a unit; write the number out, as in 5000000"
)
IN_MAY_GIVE_A_SHARE = "'in' may give a share or a time; write a share as '20 %', and the time apart"
A_DECADE_OR_AN_ORDINAL = "a decade or an ordinal is not an amount"
X1_250_CAN_BE_READ = "'1.250' can be read in two ways: write 1.2500 or 1250"
ITS_TWO_NUMBERS_HAVE_DIFFERENT = (
    "its two numbers have different units; write both in one unit"
)
IT_IS_UNCLEAR_WHETHER_BOTH = "it is unclear whether both of its numbers are millions or the like; write both out"
IT_HAS_A_BOUND_AND = (
    "it has a bound and a range; write one of them, as in '>= 10' or '10..12'"
)
BUT_ADDS_SOMETHING_THAT_AN = (
    "'but' adds something that an amount cannot hold; write the amount alone"
)
FOR_ADDS_SOMETHING_THAT_AN = (
    "'for' adds something that an amount cannot hold; write the amount alone"
)
IN_ADDS_SOMETHING_THAT_AN = (
    "'in' adds something that an amount cannot hold; write the amount alone"
)
FUND_IS_NOT_PART_OF = (
    "'fund' is not part of the amount; write the amount alone"
)
OVER_ADDS_SOMETHING_THAT_AN = (
    "'over' adds something that an amount cannot hold; write the amount alone"
)
IT_MAY_BE_A_TIME = "it may be a time or more than that time; write '> 3 years', or the time with its amount"
IT_IS_COMPARED_WITH_ANOTHER = "it is compared with another time; write a change as 'change 500 people', and a level alone"
IT_MAY_ADD_A_PERCENTAGE = "it may add a percentage or percentage points; write 'change 5 %' or '5 percentage point'"
IT_IS_NO_PART_OF = "it is no part of a whole; write it as a decimal number"
CANNOT_BE_PART_OF_A_2 = "'/' cannot be part of a unit; write the amount alone"
CANNOT_BE_PART_OF_A_2_2 = (
    "':' cannot be part of a unit; write the amount alone"
)
MW_MAY_BELONG_TO_THE = "'MW' may belong to the number or to 'reactors'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'"
YEAR_IS_A_RATE_WRITE = (
    "'year' is a rate; write it with a duration, as in '500 people per P1Y'"
)

REFUSED: dict[str, dict[str, str]] = {
    "a parliamentary answer": {
        "zero-emission": CANNOT_BE_PART_OF_A,
    },
    "an aid announcement": {
        "several million dollars": WHICH_CURRENCY_DOLLARS_IS_DEPENDS,
        "special drawing rights": A_NUMBER_IS_EXPECTED_BEFORE,
    },
    "a communiqué or joint statement": {
        "net zero": "'net zero' is a balance of two amounts, not an amount; record the commitment in words",
        "500 officers by the end of 2024": BY_SAYS_WHEN_WRITE_THE,
        "500 officers and 20 ships": "'20' is a second number; read one amount at a time",
        "500 officers, of which 50 are French": "',' cannot be part of a unit; write the amount alone",
        "500 officers including 50 women": "'including' adds something that an amount cannot hold; write the amount alone",
        "500 officers from 12 countries": "'from' adds something that an amount cannot hold; write the amount alone",
        "500 officers with training": "'with' adds something that an amount cannot hold; write the amount alone",
        "several ships": IT_GIVES_NO_NUMBER_WRITE,
        "a few ships": IT_GIVES_NO_NUMBER_WRITE,
        "a handful of ships": IT_GIVES_NO_NUMBER_WRITE,
        "a number of ships": IT_GIVES_NO_NUMBER_WRITE,
        "many ships": IT_GIVES_NO_NUMBER_WRITE,
        "most of the 500": IT_GIVES_NO_NUMBER_WRITE,
        "double": A_FACTOR_IS_NOT_AN,
        "twice the 2019 level": A_FACTOR_IS_NOT_AN,
        "double the 500": A_FACTOR_IS_NOT_AN,
        "two-fold": A_FACTOR_IS_NOT_AN,
        "three times the number": A_FACTOR_IS_NOT_AN,
        "2.5 times": A_FACTOR_IS_NOT_AN,
        "half as many": "'as' adds something that an amount cannot hold; write the amount alone",
        "tripled": A_FACTOR_IS_NOT_AN,
        "between 10 or 12 ships": BETWEEN_TAKES_TWO_NUMBERS_JOINED,
        "between 10 ships": BETWEEN_TAKES_TWO_NUMBERS_JOINED,
        "between 12 and 10 ships": ITS_SECOND_NUMBER_IS_NOT,
        "5 or 7 ships": "it names two amounts; read them one by one, or write a range as '10..12'",
        "from 500 to 1,000 officers": "it may be a range or the start and end of a change; write '10..12' or 'change 2'",
        "increase to 500": "a number is expected before 'increase'; write it in digits, as in '500 people'",
        "rose to 500": "a number is expected before 'to'; write it in digits, as in '500 people'",
        "an increase from 5 to 10 %": "a number is expected before 'an'; write it in digits, as in '500 people'",
        "by 36 %": BY_DOES_NOT_SAY_WHETHER,
        "by 3 points": BY_DOES_NOT_SAY_WHETHER,
        "3 points": "points may be percentage points or those of an index; write 'percentage points' if they are",
        "up to hundreds of people": IT_HAS_A_SECOND_BOUND,
        "at least about": A_NUMBER_IS_EXPECTED_BEFORE,
        "at least": A_NUMBER_IS_EXPECTED_BEFORE,
        "500 at": "'at' adds something that an amount cannot hold; write the amount alone",
        "a": A_NUMBER_IS_EXPECTED_BEFORE_2,
        "the": A_NUMBER_IS_EXPECTED_BEFORE,
        "no ships": WRITE_ZERO_AS_A_NUMBER,
        "none": WRITE_ZERO_AS_A_NUMBER,
        "minus 5 %": A_SIGN_MAY_MARK_A,
        "+20 %": A_SIGN_MAY_MARK_A,
        "-500 people": A_SIGN_MAY_MARK_A,
        "plus or minus 5 %": A_SIGN_MAY_MARK_A,
        "± 5 %": A_SIGN_MAY_MARK_A,
        "an average of 500 people": "an average is not an amount of its own; write the number, and say in the metric that it is one",
        "500 people on average": "'on' adds something that an amount cannot hold; write the amount alone",
        "the first 500 officers": "a number is expected before 'first'; write it in digits, as in '500 people'",
        "another": A_NUMBER_IS_EXPECTED_BEFORE,
        "one-off €5 million": CANNOT_BE_PART_OF_A,
        "500-strong": CANNOT_BE_PART_OF_A,
        "a 500-strong force": CANNOT_BE_PART_OF_A,
        "500-bed hospital": CANNOT_BE_PART_OF_A,
    },
    "a press notice": {
        "$500m": WHICH_CURRENCY_IS_DEPENDS_ON,
        "$500 million": WHICH_CURRENCY_IS_DEPENDS_ON,
        "500 million dollars": WHICH_CURRENCY_DOLLARS_IS_DEPENDS,
        "¥500 million": "which currency '¥' is depends on the country; write the code, as in '500 JPY', or give the country, as in country='JP'",
        "500 kr": "which currency 'kr' is depends on the country; write the code, as in '500 DKK', or give the country, as in country='DK'",
        "500 million kroner": "which currency 'kroner' is depends on the country; write the code, as in '500 DKK', or give the country, as in country='DK'",
        "Rs 500 crore": "which currency 'rs' is depends on the country; write the code, as in '500 INR', or give the country, as in country='IN'",
        "500 rupees": "which currency 'rupees' is depends on the country; write the code, as in '500 INR', or give the country, as in country='IN'",
        "500 pounds": WHICH_CURRENCY_POUNDS_IS_DEPENDS,
        "500 pounds of explosives": WHICH_CURRENCY_POUNDS_IS_DEPENDS,
        "500 francs": "which currency 'francs' is depends on the country; write the code, as in '500 XOF', or give the country, as in country='BF'",
        "500 million pesos": "which currency 'pesos' is depends on the country; write the code, as in '500 ARS', or give the country, as in country='AR'",
        "₩5 million": "which currency '₩' is depends on the country; write the code, as in '500 KRW', or give the country, as in country='KR'",
        "5m people": M_MAY_BE_A_MAGNITUDE,
        "5m": M_MAY_BE_A_MAGNITUDE,
        "500m": "'m' may be a magnitude or a unit; write the number out, as in 500000000",
        "50k people": "'k' may be a magnitude or a unit; write the number out, as in 50000",
        "500 k": "'k' may be a magnitude or a unit; write the number out, as in 500000",
        "5M": "'M' may be a magnitude or a unit; write the number out, as in 5000000",
        "5p": "'p' is not a unit; write its name",
        "12 out of 27 member states": "it may be a share or a number of things; write '20 %' or '12 ships'",
        "1 in 10 minutes": IN_MAY_GIVE_A_SHARE,
        "500 in 2023": IN_MAY_GIVE_A_SHARE,
        "3 in 27": IN_MAY_GIVE_A_SHARE,
        "2030": "'2030' may be a year; write an amount as 2,030",
        "2021-2027": "'2021' may be a year; write an amount as 2,021",
        "2023-24": ITS_SECOND_NUMBER_IS_NOT,
        "1990s": A_DECADE_OR_AN_ORDINAL,
        "20 % of 2019 levels": "'2019' may be a year; write an amount as 2,019",
        "2000 people": "'2000' may be a year; write an amount as 2,000",
        "30 January": "'January' says when; write the date in the record, and the amount alone",
        "4 May 2024": "'May' says when; write the date in the record, and the amount alone",
        "5th": A_DECADE_OR_AN_ORDINAL,
        "21st century": A_DECADE_OR_AN_ORDINAL,
        "1.250": X1_250_CAN_BE_READ,
        "1.250 people": X1_250_CAN_BE_READ,
        "€1.250": X1_250_CAN_BE_READ,
        "12,500 Mio. EUR": "'12,500' can be read in two ways: write 12.500 or 12500",
        "1.2.3": "'1.2.3' is not a number; write thousands as 45,774 and decimals as 0.5",
        "12,34,56": "'12,34,56' is not a number; write thousands as 45,774 and decimals as 0.5",
        "1 0000": "'0000' is a second number; read one amount at a time",
        "2024 500 people": "'500' is a second number; read one amount at a time",
        "5,000 6,000": "'6,000' is a second number; read one amount at a time",
        "five five": "'five' is a second number; read one amount at a time",
        "€5 million (£4.3 million)": "'(' is not part of the amount; write the amount alone",
        "five (5) ships": "'(' cannot be part of a unit; write the amount alone",
        "€5 million and £4 million": "'and' is not part of the amount; write the amount alone",
        "€5 million to £10 million": ITS_TWO_NUMBERS_HAVE_DIFFERENT,
        "€5 to €10 million": IT_IS_UNCLEAR_WHETHER_BOTH,
        "$5 to $10 million": WHICH_CURRENCY_IS_DEPENDS_ON,
        "1,500 to 2 million dollars": WHICH_CURRENCY_DOLLARS_IS_DEPENDS,
        "900 to 1 million people": IT_IS_UNCLEAR_WHETHER_BOTH,
        "5 million to 10 people": IT_IS_UNCLEAR_WHETHER_BOTH,
        "10 % to 20": ITS_TWO_NUMBERS_HAVE_DIFFERENT,
        "5 % to €10": ITS_TWO_NUMBERS_HAVE_DIFFERENT,
        "half to 1 million": "one of its numbers is a share and the other is not; write both in one unit",
        "at least 10 to 12 ships": IT_HAS_A_BOUND_AND,
        "up to between 10 and 12": IT_HAS_A_BOUND_AND,
        "at least 10 or more": IT_HAS_A_SECOND_BOUND,
        "about 40 or so": "it has a second approximation; write one of them",
        "more than 250 but more than 500": BUT_ADDS_SOMETHING_THAT_AN,
        "at least 10 but 20 ships": BUT_ADDS_SOMETHING_THAT_AN,
        "at least 10 and at most 2 million ships": IT_IS_UNCLEAR_WHETHER_BOTH,
        "at least 20 and at most 10 ships": "there is nothing between its bounds",
    },
    "a budget": {
        "€5 million for policing": FOR_ADDS_SOMETHING_THAT_AN,
        "€5 million in new funding": IN_ADDS_SOMETHING_THAT_AN,
        "€5 million of new funding": "'of' is not part of the amount; write the amount alone",
        "€5 million fund": FUND_IS_NOT_PART_OF,
        "a €5 million fund": FUND_IS_NOT_PART_OF,
        "half of the €5 billion fund": FUND_IS_NOT_PART_OF,
        "€5 million by 2030": BY_SAYS_WHEN_WRITE_THE,
        "€5 million until 2027": "'until' says when; write the date in the record, and the amount alone",
        "€5 million over the period 2021-2027": OVER_ADDS_SOMETHING_THAT_AN,
        "€5 million a year for three years": FOR_ADDS_SOMETHING_THAT_AN,
        "€5 million a year over three years": "it has two rates; write one of them",
        "€5 million each": "'each' is a rate; write it with a duration, as in '500 people per P1Y'",
        "€5 million in three years": IN_ADDS_SOMETHING_THAT_AN,
        "€5 million within three years": "'within' says when; write the date in the record, and the amount alone",
        "over three years": IT_MAY_BE_A_TIME,
        "over 5 years": IT_MAY_BE_A_TIME,
        "€5 million to Ukraine": "'to' adds something that an amount cannot hold; write the amount alone",
        "€5 million under the programme": "'under' adds something that an amount cannot hold; write the amount alone",
        "€5 million compared with 2022": IT_IS_COMPARED_WITH_ANOTHER,
        "€5 million subject to approval": "'subject' adds something that an amount cannot hold; write the amount alone",
        "€5 million expected": "'expected' adds something that an amount cannot hold; write the amount alone",
        "5e6 EUR": "'e6' adds something that an amount cannot hold; write the amount alone",
        "MEUR 5": "a number is expected before 'MEUR'; write it in digits, as in '500 people'",
        "5 MEUR": "'M' belongs to the number: write 5000000 EUR",
        "USDm 500": "a number is expected before 'USDm'; write it in digits, as in '500 people'",
        "2 mil euros": "'mil' belongs to the number: it is a thousand in Spanish and Portuguese, a million in English; write the number out",
        "€5 million EUR 6 million": "'6' is not part of the amount; write the amount alone",
        "€5 million dollars": "it has two currencies; write one of them",
        "36 % GDP": "'GDP' is not part of the amount; write the amount alone",
        "36 % by 2030": BY_SAYS_WHEN_WRITE_THE,
        "36 % women": "'women' is not part of the amount; write the amount alone",
        "5 % VAT": "'VAT' is not part of the amount; write the amount alone",
        "7 % interest": "'interest' is not part of the amount; write the amount alone",
        "20 % in real terms": IN_ADDS_SOMETHING_THAT_AN,
        "an additional 5 %": IT_MAY_ADD_A_PERCENTAGE,
        "a further one in five": IT_MAY_ADD_A_PERCENTAGE,
        "half euros": "a share of a unit is not read; write it as a decimal number, as in '0.5 %'",
        "a third share": "'share' is not part of the amount; write the amount alone",
        "two quarters": IT_IS_NO_PART_OF,
        "five quarters": IT_IS_NO_PART_OF,
        "4/5": CANNOT_BE_PART_OF_A_2,
        "1/3": CANNOT_BE_PART_OF_A_2,
        "5:1": CANNOT_BE_PART_OF_A_2_2,
        "10,000:1": CANNOT_BE_PART_OF_A_2_2,
        "5 ‰": "'‰' cannot be part of a unit; write the amount alone",
        "25 basis points": "a hundred basis points are one percentage point; write '0.25 percentage point' for 25",
    },
    "a climate pledge": {
        "55 % below target": "'below' compares; write a change as 'change 500 people', and what it is compared with as 'against'",
        "a 36 % reduction in emissions": IN_ADDS_SOMETHING_THAT_AN,
        "36 % of emissions compared with 1990": IT_IS_COMPARED_WITH_ANOTHER,
        "500 above 65": "'above' compares; write a change as 'change 500 people', and what it is compared with as 'against'",
        "a 36 % level": "'level' is not part of the amount; write the amount alone",
        "a net 55 % cut": A_NUMBER_IS_EXPECTED_BEFORE_2,
        "20 % more officers": "'officers' is not part of the amount; write the amount alone",
        "a 3-fold increase": A_FACTOR_IS_NOT_AN,
        "a factor of 3": A_NUMBER_IS_EXPECTED_BEFORE_2,
        "carbon neutral": "a number is expected before 'carbon'; write it in digits, as in '500 people'",
        "1.5 °C by 2100": BY_SAYS_WHEN_WRITE_THE,
    },
    "a defence order": {
        "155mm shells": "'mm' may belong to the number or to 'shells'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'",
        "120kW chargers": "'kW' may belong to the number or to 'chargers'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'",
        "300 MW reactors": MW_MAY_BELONG_TO_THE,
        "3 300 MW reactors": MW_MAY_BELONG_TO_THE,
        "12 155 mm howitzers": "'mm' may belong to the number or to 'howitzers'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'",
        "12 120 mm mortars": "'mm' may belong to the number or to 'mortars'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'",
        "5G base stations": "'G' may belong to the number or to 'base stations'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'",
        "2 500-bed hospitals": "there is a second number where the unit should be; write thousands as 45,774, a range as 10..12",
        "500 more efficient boilers": "'more' may belong to 'efficient'; write 'change' before a number that is added",
        "dropped 500 bombs": "'bombs' may be what a verb acts on; write a change with 'by', as in 'fell by 500 people'",
        "500 tanks delivered": "'delivered' may be a verb; write the noun alone, or the amount in the notation",
        "500 people died": "'died' may be a verb; write the noun alone, or the amount in the notation",
        "500 people living in poverty": IN_ADDS_SOMETHING_THAT_AN,
        "500 people aged 18 to 25": "'18' is a second number; read one amount at a time",
        "200 children over five years": "it may be an age or a time; write a time as in '500 people per P5Y'",
        "500 people over 65": OVER_ADDS_SOMETHING_THAT_AN,
        "500 people over 20 years": "it may be an age or a time; write a time as in '500 people per P20Y'",
        "500 annual visits": "'annual' is a rate; write it with a duration, as in '500 people per P1Y'",
        "20 daily flights": "'flights' is not part of the amount; write the amount alone",
        "500 people per financial year": YEAR_IS_A_RATE_WRITE,
        "500 people?": "'?' cannot be part of a unit; write the amount alone",
        '"500 people"': "a number is expected before '\"'; write it in digits, as in '500 people'",
        "five hundred and one hundred": "'one' is a second number; read one amount at a time",
        "1 year": YEAR_IS_A_RATE_WRITE,
    },
}
"""Why the words are not read, as users see it."""
