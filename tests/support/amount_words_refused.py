"""Amount words that are refused, with the genre of document that they are typical of, by the reason."""

from __future__ import annotations

REFUSED: dict[str, dict[str, str]] = {
    "'net zero' is a balance of two amounts, not an amount; record the commitment in words": {
        "net zero": "communiqué or joint statement",
    },
    "'by' says when; write the date in the record, and the amount alone": {
        "500 officers by the end of 2024": "communiqué or joint statement",
        "one by one": "communiqué or joint statement",
        "€5 million by 2030": "budget",
        "36 % by 2030": "budget",
        "1.5 °C by 2100": "climate pledge",
    },
    "'20' is a second number; read one amount at a time": {
        "500 officers and 20 ships": "communiqué or joint statement",
    },
    "',' cannot be part of a unit; write the amount alone": {
        "500 officers, of which 50 are French": "communiqué or joint statement",
    },
    "'including' adds something that an amount cannot hold; write the amount alone": {
        "500 officers including 50 women": "communiqué or joint statement",
    },
    "'from' adds something that an amount cannot hold; write the amount alone": {
        "500 officers from 12 countries": "communiqué or joint statement",
    },
    "'with' adds something that an amount cannot hold; write the amount alone": {
        "500 officers with training": "communiqué or joint statement",
    },
    "it gives no number; write '.. people' if nothing is known, or a bound such as '>= 2 people'": {
        "several ships": "communiqué or joint statement",
        "a few ships": "communiqué or joint statement",
        "a handful of ships": "communiqué or joint statement",
        "a number of ships": "communiqué or joint statement",
        "many ships": "communiqué or joint statement",
        "most of the 500": "communiqué or joint statement",
    },
    "a factor is not an amount; write the change that it makes, as in 'change 100 %' for doubled": {
        "double": "communiqué or joint statement",
        "twice the 2019 level": "communiqué or joint statement",
        "double the 500": "communiqué or joint statement",
        "two-fold": "communiqué or joint statement",
        "three times the number": "communiqué or joint statement",
        "2.5 times": "communiqué or joint statement",
        "tripled": "communiqué or joint statement",
        "2 x 500 MW": "communiqué or joint statement",
        "a 3-fold increase": "climate pledge",
    },
    "'as' adds something that an amount cannot hold; write the amount alone": {
        "half as many": "communiqué or joint statement",
    },
    "'between' takes two numbers joined by 'and', as in 'between 10 and 12'": {
        "between 10 or 12 ships": "communiqué or joint statement",
        "between 10 ships": "communiqué or joint statement",
    },
    "its second number is not more than its first; write a range upward, as in '10..12'": {
        "between 12 and 10 ships": "communiqué or joint statement",
        "2023-24": "press notice",
    },
    "it names two amounts; read them one by one, or write a range as '10..12'": {
        "5 or 7 ships": "communiqué or joint statement",
    },
    "it may be a range or the start and end of a change; write '10..12' or 'change 2'": {
        "from 500 to 1,000 officers": "communiqué or joint statement",
        "rise by 5 to 10 %": "statistics release",
        "increased by 500 to 1,500": "statistics release",
    },
    "a number is expected before 'increase'; write it in digits, as in '500 people'": {
        "increase to 500": "communiqué or joint statement",
    },
    "a number is expected before 'to'; write it in digits, as in '500 people'": {
        "rose to 5%": "statistics release",
        "rose to 500": "communiqué or joint statement",
    },
    "a number is expected before 'an'; write it in digits, as in '500 people'": {
        "an increase from 5 to 10 %": "communiqué or joint statement",
    },
    "'by' does not say whether it is a rise or a fall; write 'change 5 %' or 'change -5 %'": {
        "by 36 %": "communiqué or joint statement",
        "by 3 points": "communiqué or joint statement",
    },
    "points may be percentage points or those of an index; write 'percentage points' if they are": {
        "3 points": "communiqué or joint statement",
    },
    "it has a second bound; write one of them": {
        "up to hundreds of people": "communiqué or joint statement",
        "at least 10 or more": "press notice",
    },
    "a number is missing; write it in digits, as in '500 people'": {
        "at least about": "communiqué or joint statement",
        "at least": "communiqué or joint statement",
        "the": "communiqué or joint statement",
        "another": "communiqué or joint statement",
    },
    "'at' adds something that an amount cannot hold; write the amount alone": {
        "500 at": "communiqué or joint statement",
    },
    "a number is expected before 'a'; write it in digits, as in '500 people'": {
        "a": "communiqué or joint statement",
        "a net 55 % cut": "climate pledge",
        "a factor of 3": "climate pledge",
    },
    "write zero as a number, as in '0 people'": {
        "no ships": "communiqué or joint statement",
        "none": "communiqué or joint statement",
    },
    "a sign may mark a change or a level; write 'change -5 %' for a change, '-5 %' for a level": {
        "minus 5 %": "communiqué or joint statement",
        "+20 %": "communiqué or joint statement",
        "-500 people": "communiqué or joint statement",
        "plus or minus 5 %": "communiqué or joint statement",
        "± 5 %": "communiqué or joint statement",
    },
    "an average is not an amount of its own; write the number, and say in the metric that it is one": {
        "an average of 500 people": "communiqué or joint statement",
    },
    "'on' adds something that an amount cannot hold; write the amount alone": {
        "500 people on average": "communiqué or joint statement",
    },
    "a number is expected before 'first'; write it in digits, as in '500 people'": {
        "the first 500 officers": "communiqué or joint statement",
    },
    "'-' cannot be part of a unit; write the amount alone": {
        "one-off €5 million": "communiqué or joint statement",
        "500-strong": "communiqué or joint statement",
        "a 500-strong force": "communiqué or joint statement",
        "500-bed hospital": "communiqué or joint statement",
        "zero-emission buses": "defence order",
    },
    "it is unclear whether both of its numbers are thousands, millions or the like; write both out": {
        "100-200,000 people": "communiqué or joint statement",
        "10 to 15,000 people": "communiqué or joint statement",
        "€100-200,000": "communiqué or joint statement",
        "€5 to €10 million": "press notice",
        "900 to 1 million people": "press notice",
        "5 million to 10 people": "press notice",
        "at least 10 and at most 2 million ships": "press notice",
    },
    "'b/d' is not a unit; write its name": {
        "5 million b/d": "communiqué or joint statement",
    },
    "'or' adds something that an amount cannot hold; write the amount alone": {
        "20 percent or higher": "communiqué or joint statement",
    },
    "which currency '$' is depends on the country; write the code, as in '500 USD', give the country, as in country='US', or write '500 money' if the source leaves it open": {
        "$500m": "press notice",
        "$500 million": "press notice",
        "$5 to $10 million": "press notice",
    },
    "which currency 'dollars' is depends on the country; write the code, as in '500 USD', give the country, as in country='US', or write '500 money' if the source leaves it open": {
        "500 million dollars": "press notice",
        "1,500 to 2 million dollars": "press notice",
        "several million dollars": "defence order",
    },
    "which currency '¥' is depends on the country; write the code, as in '500 JPY', give the country, as in country='JP', or write '500 money' if the source leaves it open": {
        "¥500 million": "press notice",
    },
    "which currency 'kr' is depends on the country; write the code, as in '500 DKK', give the country, as in country='DK', or write '500 money' if the source leaves it open": {
        "500 kr": "press notice",
    },
    "which currency 'kroner' is depends on the country; write the code, as in '500 DKK', give the country, as in country='DK', or write '500 money' if the source leaves it open": {
        "500 million kroner": "press notice",
    },
    "which currency 'rs' is depends on the country; write the code, as in '500 INR', give the country, as in country='IN', or write '500 money' if the source leaves it open": {
        "Rs 500 crore": "press notice",
    },
    "which currency 'rupees' is depends on the country; write the code, as in '500 INR', give the country, as in country='IN', or write '500 money' if the source leaves it open": {
        "500 rupees": "press notice",
    },
    "which currency 'pounds' is depends on the country; write the code, as in '500 GBP', give the country, as in country='GB', or write '500 money' if the source leaves it open": {
        "500 pounds": "press notice",
        "500 pounds of explosives": "press notice",
    },
    "which currency 'francs' is depends on the country; write the code, as in '500 CHF', give the country, as in country='CH', or write '500 money' if the source leaves it open": {
        "500 francs": "press notice",
    },
    "which currency 'pesos' is depends on the country; write the code, as in '500 ARS', give the country, as in country='AR', or write '500 money' if the source leaves it open": {
        "500 million pesos": "press notice",
    },
    "which currency '₩' is depends on the country; write the code, as in '500 KRW', give the country, as in country='KR', or write '500 money' if the source leaves it open": {
        "₩5 million": "press notice",
    },
    "'m' may be a magnitude or a unit; write the number out, as in 5000000": {
        "5m people": "press notice",
        "5m": "press notice",
    },
    "'m' may be a magnitude or a unit; write the number out, as in 500000000": {
        "500m": "press notice",
    },
    "'k' may be a magnitude or a unit; write the number out, as in 50000": {
        "50k people": "press notice",
    },
    "'k' may be a magnitude or a unit; write the number out, as in 500000": {
        "500 k": "press notice",
    },
    "'M' may be a magnitude or a unit; write the number out, as in 5000000": {
        "5M": "press notice",
    },
    "'p' is not a unit; write its name": {
        "5p": "press notice",
    },
    "it may be a share or a number of things; write '20 %' or '12 ships'": {
        "12 out of 27 member states": "press notice",
    },
    "'in' may give a share or a time; write a share as '20 %', and the time apart": {
        "1 in 10 minutes": "press notice",
        "500 in 2023": "press notice",
        "3 in 27": "press notice",
    },
    "'2030' may be a year; write an amount as 2,030": {
        "2030": "press notice",
    },
    "'2021' may be a year; write an amount as 2,021": {
        "2021-2027": "press notice",
    },
    "a decade or an ordinal is not an amount": {
        "1990s": "press notice",
        "5th": "press notice",
        "21st century": "press notice",
    },
    "'2019' may be a year; write an amount as 2,019": {
        "20 % of 2019 levels": "press notice",
    },
    "'2000' may be a year; write an amount as 2,000": {
        "2000 people": "press notice",
    },
    "'January' says when; write the date in the record, and the amount alone": {
        "30 January": "press notice",
    },
    "'May' says when; write the date in the record, and the amount alone": {
        "4 May 2024": "press notice",
    },
    "'1.250' can be read in two ways: write 1.2500 or 1250": {
        "1.250": "press notice",
        "1.250 people": "press notice",
        "€1.250": "press notice",
    },
    "'12,500' can be read in two ways: write 12.500 or 12500": {
        "12,500 Mio. EUR": "press notice",
    },
    "'1.2.3' is not a number; write thousands as 45,774 and decimals as 0.5": {
        "1.2.3": "press notice",
    },
    "'12,34,56' is not a number; write thousands as 45,774 and decimals as 0.5": {
        "12,34,56": "press notice",
    },
    "'0000' is a second number; read one amount at a time": {
        "1 0000": "press notice",
    },
    "'500' is a second number; read one amount at a time": {
        "2024 500 people": "press notice",
    },
    "'6,000' is a second number; read one amount at a time": {
        "5,000 6,000": "press notice",
    },
    "'five' is a second number; read one amount at a time": {
        "five five": "press notice",
    },
    "'(' is not part of the amount; write the amount alone": {
        "€5 million (£4.3 million)": "press notice",
    },
    "'(' cannot be part of a unit; write the amount alone": {
        "five (5) ships": "press notice",
    },
    "'and' is not part of the amount; write the amount alone": {
        "€5 million and £4 million": "press notice",
    },
    "its two numbers have different units; write both in one unit": {
        "€5 million to £10 million": "press notice",
        "10 % to 20": "press notice",
        "5 % to €10": "press notice",
    },
    "one of its numbers is a share and the other is not; write both in one unit": {
        "half to 1 million": "press notice",
    },
    "it has a bound and a range; write one of them, as in '>= 10' or '10..12'": {
        "at least 10 to 12 ships": "press notice",
        "up to between 10 and 12": "press notice",
    },
    "it has a second approximation; write one of them": {
        "about 40 or so": "press notice",
    },
    "'but' adds something that an amount cannot hold; write the amount alone": {
        "more than 250 but more than 500": "press notice",
        "at least 10 but 20 ships": "press notice",
    },
    "there is nothing between its bounds": {
        "at least 20 and at most 10 ships": "press notice",
    },
    "'for' adds something that an amount cannot hold; write the amount alone": {
        "€5 million for policing": "budget",
        "€5 million a year for three years": "budget",
    },
    "'in' adds something that an amount cannot hold; write the amount alone": {
        "€5 million in new funding": "budget",
        "€5 million in three years": "budget",
        "20 % in real terms": "budget",
        "a 36 % reduction in emissions": "climate pledge",
        "500 people living in poverty": "defence order",
    },
    "'of' is not part of the amount; write the amount alone": {
        "€5 million of new funding": "budget",
        "€5 of the 500 officers": "statistics release",
        "5 percentage points of GDP": "statistics release",
    },
    "'fund' is not part of the amount; write the amount alone": {
        "€5 million fund": "budget",
        "a €5 million fund": "budget",
        "half of the €5 billion fund": "budget",
    },
    "'until' says when; write the date in the record, and the amount alone": {
        "€5 million until 2027": "budget",
    },
    "'over' adds something that an amount cannot hold; write the amount alone": {
        "€5 million over the period 2021-2027": "budget",
        "€5 million over a three years": "budget",
        "5 million over 1.5 years": "budget",
        "500 people over zero years": "budget",
        "€5 million over 99999999 years": "budget",
        "€5 million over half years": "budget",
        "500 people over 65": "defence order",
    },
    "it has two rates; write one of them": {
        "€5 million a year over three years": "budget",
    },
    "'each' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "€5 million each": "budget",
    },
    "'within' says when; write the date in the record, and the amount alone": {
        "€5 million within three years": "budget",
    },
    "it may be a time or more than that time; write '> 3 years', or the time with its amount": {
        "over three years": "budget",
        "over 5 years": "budget",
    },
    "'to' adds something that an amount cannot hold; write the amount alone": {
        "€5 million to Ukraine": "budget",
    },
    "'under' adds something that an amount cannot hold; write the amount alone": {
        "€5 million under the programme": "budget",
    },
    "it is compared with another time; write a change as 'change 500 people', and a level alone": {
        "€5 million compared with 2022": "budget",
        "36 % of emissions compared with 1990": "climate pledge",
    },
    "'subject' adds something that an amount cannot hold; write the amount alone": {
        "€5 million subject to approval": "budget",
    },
    "'expected' adds something that an amount cannot hold; write the amount alone": {
        "€5 million expected": "budget",
    },
    "'e6' adds something that an amount cannot hold; write the amount alone": {
        "5e6 EUR": "budget",
    },
    "a number is expected before 'MEUR'; write it in digits, as in '500 people'": {
        "MEUR 5": "budget",
    },
    "'M' belongs to the number: write 5000000 EUR": {
        "5 MEUR": "budget",
    },
    "a number is expected before 'USDm'; write it in digits, as in '500 people'": {
        "USDm 500": "budget",
    },
    "'mil' belongs to the number: it is a thousand in Spanish and Portuguese, a million in English; write the number out": {
        "2 mil euros": "budget",
    },
    "'6' is not part of the amount; write the amount alone": {
        "€5 million EUR 6 million": "budget",
    },
    "it has two currencies; write one of them": {
        "€5 million dollars": "budget",
    },
    "'GDP' is not part of the amount; write the amount alone": {
        "36 % GDP": "budget",
    },
    "'women' is not part of the amount; write the amount alone": {
        "36 % women": "budget",
    },
    "'VAT' is not part of the amount; write the amount alone": {
        "5 % VAT": "budget",
    },
    "'interest' is not part of the amount; write the amount alone": {
        "7 % interest": "budget",
    },
    "it may add a percentage or percentage points; write 'change 5 %' or '5 percentage point'": {
        "an additional 5 %": "budget",
        "a further one in five": "budget",
    },
    "a share of a unit is not read; write it as a decimal number, as in '0.5 %'": {
        "half euros": "budget",
    },
    "'share' is not part of the amount; write the amount alone": {
        "a third share": "budget",
    },
    "it is no part of a whole; write it as a decimal number": {
        "two quarters": "budget",
        "five quarters": "budget",
    },
    "'/' cannot be part of a unit; write the amount alone": {
        "4/5": "budget",
        "1/3": "budget",
    },
    "':' cannot be part of a unit; write the amount alone": {
        "5:1": "budget",
        "10,000:1": "budget",
    },
    "write it in per cent, as in '0.5 %' for 5 in a thousand": {
        "5 ‰": "budget",
        "one per mille": "statistics release",
    },
    "a hundred basis points are one percentage point; write '0.25 percentage point' for 25": {
        "25 basis points": "budget",
    },
    "its part is not one of the whole; write the part alone": {
        "20 of the €500": "budget",
        "600 of the 500 officers": "statistics release",
    },
    "'below' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "55 % below target": "climate pledge",
    },
    "'above' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "500 above 65": "climate pledge",
    },
    "'level' is not part of the amount; write the amount alone": {
        "a 36 % level": "climate pledge",
    },
    "'officers' is not part of the amount; write the amount alone": {
        "20 % more officers": "climate pledge",
    },
    "a number is expected before 'carbon'; write it in digits, as in '500 people'": {
        "carbon neutral": "climate pledge",
    },
    "'mm' may belong to the number or to 'shells'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'": {
        "155mm shells": "defence order",
    },
    "'kW' may belong to the number or to 'chargers'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'": {
        "120kW chargers": "defence order",
    },
    "'MW' may belong to the number or to 'reactors'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'": {
        "300 MW reactors": "defence order",
        "3 300 MW reactors": "defence order",
    },
    "'mm' may belong to the number or to 'howitzers'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'": {
        "12 155 mm howitzers": "defence order",
    },
    "'mm' may belong to the number or to 'mortars'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'": {
        "12 120 mm mortars": "defence order",
    },
    "'G' may belong to the number or to 'base stations'; write how many there are, as in '5 reactors', or the measure, as in '300 MW'": {
        "5G base stations": "defence order",
    },
    "there is a second number where the unit should be; write thousands as 45,774, a range as 10..12": {
        "5 000s": "budget",
        "2 500-bed hospitals": "defence order",
    },
    "'more' may belong to 'efficient'; write 'change' before a number that is added": {
        "500 more efficient boilers": "defence order",
    },
    "'bombs' may be what a verb acts on; write a change with 'by', as in 'fell by 500 people'": {
        "dropped 500 bombs": "defence order",
    },
    "'delivered' may be a verb; write the noun alone, or the amount in the notation": {
        "500 tanks delivered": "defence order",
    },
    "'died' may be a verb; write the noun alone, or the amount in the notation": {
        "500 people died": "defence order",
    },
    "'18' is a second number; read one amount at a time": {
        "500 people aged 18 to 25": "defence order",
    },
    "it may be an age or a time; write a time as in '500 people per P5Y'": {
        "200 loans over five years": "defence order",
        "36 % of people over 5 years": "defence order",
        "1 in 5 people over 5 years": "defence order",
        "200 children over five years": "defence order",
    },
    "it may be an age or a time; write a time as in '500 people per P20Y'": {
        "500 people over 20 years": "defence order",
    },
    "'annual' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 annual visits": "defence order",
    },
    "'flights' is not part of the amount; write the amount alone": {
        "20 daily flights": "defence order",
    },
    "'year' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 people per financial year": "defence order",
        "1 year": "defence order",
    },
    "'?' cannot be part of a unit; write the amount alone": {
        "500 people?": "defence order",
    },
    "a number is expected before '\"'; write it in digits, as in '500 people'": {
        '"500 people"': "defence order",
    },
    "'one' is a second number; read one amount at a time": {
        "five hundred and one hundred": "defence order",
    },
    "'the' adds something that an amount cannot hold; write the amount alone": {
        "500 the ships": "defence order",
    },
    "it has two units; write one of them": {
        "€5 %": "statistics release",
    },
    "the article belongs to a noun that is not read; write the amount alone, as in '5 %'": {
        "a 5 %": "statistics release",
    },
    "which currency 'roubles' is depends on the country; write the code, as in '500 RUB', give the country, as in country='RU', or write '500 money' if the source leaves it open": {
        "2,000 roubles": "statistics release",
    },
    "it may be a level or the size of a change; write '> 5 %' or 'change > 5 %'": {
        "rose over 5%": "statistics release",
        "rose over €1 billion": "statistics release",
        "up over 500": "statistics release",
        "rose up to 5%": "statistics release",
        "fell close to 3%": "statistics release",
        "fell just under 5%": "statistics release",
        "fell no lower than 3%": "statistics release",
        "rose no higher than 5%": "statistics release",
        "below 3% down": "statistics release",
        "fell 5% or below": "statistics release",
    },
    "'de' does not begin a unit: write 5000000 EUR": {
        "5 millones de euros": "budget",
        "5 milhões de euros": "budget",
    },
    "'di' does not begin a unit: write 5000000 EUR": {
        "5 milioni di euro": "budget",
    },
    "'de' does not begin a unit: write 5000000000 BRL": {
        "5 bilhões de reais": "budget",
    },
    "'de' does not begin a unit": {
        "5 billones de pesos": "budget",
        "5 milliards de dollars": "budget",
    },
    "'US-Dollar' is not a currency code of ISO 4217: write 5000000000 USD": {
        "5 Milliarden US-Dollar": "budget",
    },
    "'Kanada-Dollar' is not a currency code of ISO 4217": {
        "5 Kanada-Dollar": "budget",
    },
    "'US' is not a unit on its own; write it in full, as in 500 USD, 500 US troops or 500 gross tonnes": {
        "5 million US": "budget",
    },
    "'Canadian' is not a unit on its own; write it in full, as in 500 USD, 500 US troops or 500 gross tonnes": {
        "5 million Canadian": "budget",
    },
    "'de' does not begin a unit: write 5000000 personas": {
        "5 millones de personas": "budget",
    },
    "'billions' is not the same in English and in other languages; write the number out": {
        "5 billions d'euros": "budget",
        "5 billions de dollars": "budget",
    },
    "'billion' is not the same in English and in other languages; write the number out": {
        "half a billion d'euros": "budget",
    },
    "'trillions' is not the same in English and in other languages; write the number out": {
        "5 trillions d'euros": "budget",
    },
    "'Mia' belongs to the number: write 5000000000 people": {
        "5 Mia people": "budget",
    },
    "'Mia' belongs to the number: write 5000000000": {
        "5 Mia": "budget",
    },
    "'mill' belongs to the number: write 5000000, or mills in full": {
        "5 mill": "budget",
    },
    "'mill' belongs to the number: write 5000000 people, or mills in full": {
        "5 mill people": "budget",
    },
    "'Cr' belongs to the number: write 50000000 people": {
        "5 Cr people": "budget",
    },
    "'bi' belongs to the number: write 5000000000": {
        "5 bi": "budget",
    },
    "'tis' belongs to the number: write 5000": {
        "5 tis": "budget",
    },
    "'md' belongs to the number": {
        "5 mdkr": "budget",
    },
    "'M' belongs to the number": {
        "5 Mkr": "budget",
    },
    "'mn' belongs to the number": {
        "5 mnkr": "budget",
    },
    "'T' belongs to the number: it is a thousand or a trillion; write the number out": {
        "5 Tkr": "budget",
        "5 T EUR": "budget",
    },
    "'thou' belongs to the number: it is a thousand, or a thousandth of an inch; write the number out": {
        "5 thou people": "budget",
    },
    "'dz' belongs to the number: it is a dozen, or 100 kilograms; write the number out": {
        "5 dz": "budget",
    },
    "'gross' is not a unit on its own; write it in full, as in 500 USD, 500 US troops or 500 gross tonnes": {
        "5 gross": "budget",
    },
    "'arab' is not a unit on its own; write it in full, as in 500 USD, 500 US troops or 500 gross tonnes": {
        "5 arab": "budget",
    },
    "'score' belongs to the number: it is twenty, or a result; write the number out": {
        "5 score people": "budget",
    },
    "'period' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "€5m per three-year period": "budget",
    },
    "'term' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "€5m per term": "budget",
    },
    "'cycle' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "€5m per cycle": "budget",
    },
    "'half-year' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 people per half-year": "budget",
    },
    "'warmer' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "2°C warmer": "climate pledge",
        "1 degree warmer": "climate pledge",
    },
    "'hotter' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "2 °C hotter": "climate pledge",
    },
    "'warming' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "2°C warming": "climate pledge",
        "2°C of warming": "climate pledge",
    },
    "'cooling' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "2 °C of cooling": "climate pledge",
    },
    "'deeper' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "5 metres deeper": "climate pledge",
    },
    "'longer' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "2 hours longer": "climate pledge",
    },
    "'younger' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "5 years younger": "climate pledge",
    },
    "'heavier' compares; write a change as 'change 500 people', and what it is compared with as 'against'": {
        "500 tonnes heavier": "climate pledge",
    },
    "'denser' may compare; write a change as 'change 500 people', a noun as in '500 tonnes of copper'": {
        "500 tonnes denser": "climate pledge",
    },
    "'yr-1' is a rate and no unit: write 56.8..66.5 Gt CO2eq per P1Y": {
        "56.8–66.5 Gt CO2eq yr−1": "climate pledge",
    },
    "'a-1' is a rate and no unit: write 5 Gt per P1Y": {
        "5 Gt a-1": "climate pledge",
    },
    "'bpd' holds a rate; write it in full, as in 500 tonnes per P1Y": {
        "5 million bpd": "climate pledge",
    },
    "'Mtpa' holds a rate; write it in full, as in 500 tonnes per P1Y": {
        "500 Mtpa": "climate pledge",
    },
    "'tpy' holds a rate; write it in full, as in 500 tonnes per P1Y": {
        "500 tpy": "climate pledge",
    },
    "'semi-annually' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 tonnes semi-annually": "climate pledge",
    },
    "'bimonthly' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 tonnes bimonthly": "climate pledge",
    },
    "'short' adds something that an amount cannot hold; write the amount alone": {
        "500 officers short": "defence order",
        "2 short": "defence order",
    },
    "'too' adds something that an amount cannot hold; write the amount alone": {
        "500 officers too few": "defence order",
    },
    "'missing' adds something that an amount cannot hold; write the amount alone": {
        "500 officers missing": "defence order",
    },
    "'shortfall' adds something that an amount cannot hold; write the amount alone": {
        "500 officers shortfall": "defence order",
    },
    "'ahead' adds something that an amount cannot hold; write the amount alone": {
        "500 votes ahead": "defence order",
    },
    "'tops' adds something that an amount cannot hold; write the amount alone": {
        "500 officers tops": "defence order",
    },
    "'odd' adds something that an amount cannot hold; write the amount alone": {
        "500 odd officers": "defence order",
    },
    "'something' adds something that an amount cannot hold; write the amount alone": {
        "thirty something": "defence order",
    },
    "'ish' adds something that an amount cannot hold; write the amount alone": {
        "500 ish": "defence order",
    },
    "'approximate' adds something that an amount cannot hold; write the amount alone": {
        "500 approximate officers": "defence order",
    },
    "'bi-weekly' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 ships bi-weekly": "defence order",
    },
    "'six-monthly' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 six-monthly visits": "defence order",
    },
    "'triennially' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 ships triennially": "defence order",
    },
    "'nightly' is a rate; write it with a duration, as in '500 people per P1Y'": {
        "500 ships nightly": "defence order",
    },
    "'seasonally' adds something that an amount cannot hold; write the amount alone": {
        "500 ships seasonally": "defence order",
    },
    "it may be an age or a time; write a time as in '500 people per P10Y'": {
        "200 bonds over 10 years": "defence order",
        "200 members over ten years": "defence order",
    },
    "it may be an age or a time; write a time as in '500 people per P3Y'": {
        "500 over three years": "defence order",
    },
    "'more' may belong to 'senior'; write 'change' before a number that is added": {
        "500 more senior officers": "defence order",
    },
    "'more' may belong to 'remote'; write 'change' before a number that is added": {
        "500 more remote villages": "defence order",
    },
    "'more' may belong to 'highly'; write 'change' before a number that is added": {
        "500 more highly trained officers": "defence order",
    },
    "'more' may belong to 'elderly'; write 'change' before a number that is added": {
        "500 more elderly people": "defence order",
    },
    "'t' belongs to the number: it is a thousand or a trillion; write the number out": {
        "5 t EUR": "budget",
    },
}
"""Why words are not read, as users see it, with the words and their genres."""
