"""Why a text is not TOML, JSON or YAML, in plain words and with a cure."""

from __future__ import annotations

import pytest

from entente import loads
from entente.errors import LoadError
from malformed import text_problems

TOML = (
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = “Boats”\n',
        '4:9: this is not TOML: “ is a curly quotation mark; write straight ones around a text: "…"',
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "Boats”\n',
        '4:9: this is not TOML: the text that begins here has no quotation mark at its end; put " at its end',
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "Boats\nnote = "x"\n',
        '4:9: this is not TOML: the text that begins here has no quotation mark at its end; put " at its end',
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = \'Boats\n',
        "4:9: this is not TOML: the text that begins here has no quotation mark at its end; put ' at its end",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "He said "no" to it"\n',
        '4:9: this is not TOML: a quotation mark ends this text before its end; write \\" for one within a text, or put the text in single quotes',
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\nid = "b"\n',
        "5:1: this is not TOML: the key 'id' is given twice in one record, first at line 3; keep one of them, or begin a new record with [[themes]] above it",
    ),
    (  # of what is none of our slips, TOML's own words are told
        'entente = 1\n[[themes]]\nid = "a"\nlabel = """a \\"""\n',
        "5:1: this is not TOML: unterminated string",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\nbroader = ["b",,]\n',
        "5:16: this is not TOML: invalid value",
    ),
    (
        "entente = 1\nentente = 1\n",
        "2:1: this is not TOML: the key 'entente' is given twice in one record, first at line 1; keep one of them, or begin a new record with [[themes]] above it",
    ),
    (  # a key in quotes is not looked for
        '"entente" = 1\nentente = 1\n',
        "2:1: this is not TOML: the key 'entente' is given twice in one record; keep one of them, or begin a new record with [[themes]] above it",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n"label" = "A"\nlabel = "B"\n',
        "5:1: this is not TOML: the key 'label' is given twice in one record; keep one of them, or begin a new record with [[themes]] above it",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\nbroader = [b]\n',
        "5:12: this is not TOML: 'b' stands without quotes; write \"b\"",
    ),
    (
        'entente = 1\n[themes]\nid = "a"\nlabel="A"\n',
        "2:1: themes: a table is not a list of themes; write [[themes]], in two brackets, above each record",
    ),
    (
        'entente = 1\n[themes]\nid = "a"\nlabel="A"\n[themes]\nid="b"\nlabel="B"\n',
        "5:1: this is not TOML: [themes] is given twice, and holds one record each time; write [[themes]], in two brackets, above each record",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel="A"\n[themes]\nid="b"\nlabel="B"\n',
        "5:1: this is not TOML: [themes] is given twice, and holds one record each time; write [[themes]], in two brackets, above each record",
    ),
    (
        'entente = 1\n[themes.a]\nlabel="A"\n',
        "2:1: themes: a table is not a list of themes; write [[themes]], in two brackets, above each record; the key 'a' becomes its id",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel =\n',
        "4:8: this is not TOML: the key label has no value; write one, or leave the key out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel "A"\n',
        "4:7: this is not TOML: there is no = behind the key label; write label = …",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel: "A"\n',
        "4:6: this is not TOML: a key is set apart from its value by =; write label = …",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = Boats\n',
        "4:9: this is not TOML: 'Boats' stands without quotes; write label = \"Boats\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = Small boats\n',
        "4:9: this is not TOML: 'Small boats' stands without quotes; write label = \"Small boats\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = True\n',
        "4:9: this is not TOML: True is no value of TOML; write true",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = None\n',
        "4:9: this is not TOML: TOML has no None; leave the key out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\nbroader = ["b" "c"]\n',
        "5:16: this is not TOML: a comma is missing here; put one between the two",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nbroader = ["b", "c"\nlabel = "A"\n',
        "4:11: this is not TOML: the list that begins here is not closed; put ] at its end",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = 30/01/2024\n',
        "4:9: this is not TOML: '30/01/2024' stands without quotes; write \"2024-01-30\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = 2024-1-5\n',
        "4:9: this is not TOML: '2024-1-5' stands without quotes; write \"2024-01-05\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = 14-16\n',
        "4:9: this is not TOML: '14-16' stands without quotes; write label = \"14-16\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = 500 GBP\n',
        "4:9: this is not TOML: '500 GBP' stands without quotes; write label = \"500 GBP\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nmy label = "A"\n',
        "4:4: this is not TOML: a key is one word; write my_label = …",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel\xa0= "A"\n',
        "4:6: this is not TOML: a character that cannot be seen stands here (U+00A0); write a plain space in its place, or take it out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = 2024–01–30\n',
        "4:13: this is not TOML: – is a dash (U+2013); write a hyphen (-), or put the text in quotes",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n<<<<<<< HEAD\nlabel = "A"\n=======\nlabel = "B"\n>>>>>>> other\n',
        "4:1: this is not TOML: git could not merge two versions from here on; keep the lines that are right, and delete those that begin with <<<<<<<, ======= or >>>>>>> (there are more at 6, 8)",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n// label\nlabel = "A"\n',
        "4:1: this is not TOML: this is no comment in TOML; begin a comment with #",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A";\n',
        "4:9: this is not TOML: a semicolon stands at the end of the line; leave it out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A",\n',
        "4:9: this is not TOML: a comma stands at the end of the line; leave it out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "C:\\Users"\n',
        "4:9: this is not TOML: a backslash in a text begins a sign such as \\n; write it twice (\\\\), or put the text in single quotes",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nidentifiers = [{\n scheme = "a",\n identifier = "b"\n}]\nlabel="A"\n',
        "4:15: this is not TOML: a table in braces has to end on the line where it begins; write it on one line, and put no comma behind its last value",
    ),
    (
        'entente = 1\n[[themes]\nid = "a"\nlabel="A"\n',
        "2:1: this is not TOML: the brackets of this header do not match; write [[themes]]",
    ),
    (
        '{"entente": 1}\n',
        "1:1: this is not TOML: it looks like JSON; name the file by its format, with the ending .json, or write it as TOML",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n",
        "1:1: this is not TOML: it looks like YAML; name the file by its format, with the ending .yaml, or write it as TOML",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = """A\n',
        '4:9: this is not TOML: the text that begins here has no quotation mark at its end; put """ at its end',
    ),
    (
        'entente = 1\n[[themes]] id = "a"\nlabel="A"\n',
        "2:12: this is not TOML: something follows [[themes]] on its line; begin a new line for it",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n\ufefflabel = "A"\n',
        "4:1: this is not TOML: a character that cannot be seen stands here (U+FEFF); write a plain space in its place, or take it out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel="A"\nidentifiers = [{ scheme = "a" identifier = "b" }]\n',
        "5:31: this is not TOML: a comma is missing here; put one between the two",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = — A\n',
        "4:9: this is not TOML: — is a dash (U+2014); write a hyphen (-), or put the text in quotes",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n= "A"\n',
        "4:1: this is not TOML: no key stands before the =; write the key before it",
    ),
    (
        "entente = 1\n[[themes]]\nid = \"a\"\nlabel = 'It's'\n",
        '4:9: this is not TOML: an apostrophe ends this text; write the text in double quotes: "…"',
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = €5\n',
        "4:9: this is not TOML: '€5' stands without quotes; write label = \"€5\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel/x = "A"\n',
        "4:6: this is not TOML: label/x is no key: a key is made of letters, digits, _ and -; take out the other characters",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n$schema = "A"\n',
        "4:1: this is not TOML: $schema is no key: a key is made of letters, digits, _ and -; take out the other characters",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel == "A"\n',
        "4:8: this is not TOML: there is more than one =; write label = …",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel := "A"\n',
        "4:7: this is not TOML: a key is set apart from its value by =; write label = …",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A" + "B"\n',
        '4:9: this is not TOML: a quotation mark ends this text before its end; write \\" for one within a text, or put the text in single quotes',
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = [A]\n',
        "4:10: this is not TOML: 'A' stands without quotes; write \"A\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel.en = "A"\nlabel = "B"\n',
        "5:1: this is not TOML: the key 'label' is given twice in one record, first at line 4; keep one of them, or begin a new record with [[themes]] above it",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n/* x */\n',
        "4:1: this is not TOML: this is no comment in TOML; begin a comment with #",
    ),
    (
        "<!DOCTYPE html>\n",
        "1:1: this is not TOML: it looks like HTML; save the dossier itself, and not the page that shows it",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = 2024-02-30\n',
        "4:9: this is not TOML: there is no day '2024-02-30'",
    ),
    (
        "entente = 1\n[[themes]]\nid = \"a\"\nlabel = '''A\n",
        "4:9: this is not TOML: the text that begins here has no quotation mark at its end; put ''' at its end",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A\\qB"\n',
        "4:9: this is not TOML: a backslash in a text begins a sign such as \\n; write it twice (\\\\), or put the text in single quotes",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = # later\n',
        "4:9: this is not TOML: the key label has no value; write one, or leave the key out",
    ),
    (
        "entente = 1\n[x]\na = 1\n[x]\n",
        "4:1: this is not TOML: [x] is given twice; keep one of them",
    ),
    (
        "entente = 1\n[[a.b]\n",
        "2:1: this is not TOML: the brackets of this header do not match; write [[a.b]]",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nbroader = ["b",\n',
        "4:11: this is not TOML: the list that begins here is not closed; put ] at its end",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nbroader = [\n  "a",\n  b,\n]\n',
        "6:3: this is not TOML: 'b' stands without quotes; write \"b\"",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nidentifiers = [\n{\n scheme = "a" },\n]\n',
        "4:15: this is not TOML: a table in braces has to end on the line where it begins; write it on one line, and put no comma behind its last value",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n!\n',
        "4:1: this is not TOML: invalid statement",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = ~\n',
        "4:9: this is not TOML: TOML has no ~; leave the key out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nbroader = ["b"],\n',
        "4:11: this is not TOML: a comma stands at the end of the line; leave it out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel\n',
        "4:6: this is not TOML: the key label has no value; write label = …, or leave it out",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n[themes.a]\n[themes.a]\n',
        "5:1: this is not TOML: [themes.a] is given twice; keep one of them",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n"label" "A"\n',
        "4:9: this is not TOML: expected '=' after a key in a key/value pair",
    ),
    (
        'entente = 1\n[[themes]]\nlabel = "A"\nid = "a"\n[[themes]]\nlabel = "A"\nlabel = "B"\n',
        "7:1: this is not TOML: the key 'label' is given twice in one record, first at line 6; keep one of them, or begin a new record with [[themes]] above it",
    ),
    (
        "a = 1\nb = {x = 1 y = 2}\n",
        "2:12: this is not TOML: a comma is missing here; put one between the two",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A" note = 1\n',
        "4:9: this is not TOML: two keys stand on one line; begin a new line for each",
    ),
)

JSON = (
    (
        '{"entente": 1, "themes": [{"id": "a", "label": "A",}]}',
        "1:51: this is not JSON: a comma stands before a closing bracket; leave the comma out",
    ),
    (
        '{"entente": 1, "themes": [{"id": "a", "label": "A"},]}',
        "1:52: this is not JSON: a comma stands before a closing bracket; leave the comma out",
    ),
    (
        '{"entente": 1, // x\n"themes": []}',
        "1:16: this is not JSON: JSON has no comments; take it out, or write the dossier as TOML or YAML",
    ),
    (
        '{"entente": 1, # x\n"themes": []}',
        "1:16: this is not JSON: JSON has no comments; take it out, or write the dossier as TOML or YAML",
    ),
    (
        '{/* x */"entente": 1}',
        "1:2: this is not JSON: JSON has no comments; take it out, or write the dossier as TOML or YAML",
    ),
    (
        "{'entente': 1}",
        '1:2: this is not JSON: JSON has texts in double quotes alone; write "…"',
    ),
    (
        "{entente: 1}",
        "1:2: this is not JSON: 'entente' stands without quotes; write \"entente\"",
    ),
    (
        '{"entente": True}',
        "1:13: this is not JSON: JSON has no True; write true",
    ),
    (
        '{"entente": None}',
        "1:13: this is not JSON: JSON has no None; leave the key out",
    ),
    (
        '{"entente": 1 "themes": []}',
        "1:15: this is not JSON: a comma is missing here; put one between the two",
    ),
    (
        '{"entente": 1, "themes": [{"id": "a"} {"id": "b"}]}',
        "1:39: this is not JSON: a comma is missing here; put one between the two",
    ),
    (
        "{“entente”: 1}",
        '1:2: this is not JSON: “ is a curly quotation mark; write straight ones around a text: "…"',
    ),
    (
        '{"entente": 1, "themes": [{"id": “a”}]}',
        '1:34: this is not JSON: “ is a curly quotation mark; write straight ones around a text: "…"',
    ),
    (
        '{"entente": 1, "themes": [{"id": "a}]}',
        '1:34: this is not JSON: the text that begins here has no quotation mark at its end; put " at its end',
    ),
    (
        '{"entente": 1, "themes": [{"id": "a\n"}]}',
        '1:36: this is not JSON: a text has no quotation mark at the end of its line; put " at its end, or write \\n where its lines break',
    ),
    (
        '{"entente": 1, "themes": [',
        "1:27: this is not JSON: the text ends too soon; close what is open, with ], } or both",
    ),
    (
        '{"entente": 1}\n{"entente": 1}',
        "2:1: this is not JSON: something follows the end of the dossier; put all records between the same brackets",
    ),
    (
        '{\n<<<<<<< HEAD\n"entente": 1\n=======\n"entente": 2\n>>>>>>> b\n}',
        "2:1: this is not JSON: git could not merge two versions from here on; keep the lines that are right, and delete those that begin with <<<<<<<, ======= or >>>>>>> (there are more at 4, 6)",
    ),
    (
        '{"entente" = 1}',
        "1:12: this is not JSON: a key is set apart from its value by a colon; write : for =",
    ),
    (
        "entente = 1\n[[themes]]\n",
        "1:1: this is not JSON: it looks like TOML; name the file by its format, with the ending .toml, or write it as JSON",
    ),
    (
        '{"entente": 1, "themes": [{"id": "he said "no""}]}',
        '1:44: this is not JSON: a quotation mark ends this text before its end; write \\" for one within a text',
    ),
    (
        '{"entente": 01}',
        "1:14: this is not JSON: a number may not begin with 0; put it in quotes if it is a text",
    ),
    (
        '{"entente": 1, "themes": [{"id": "a\tb"}]}',
        "1:36: this is not JSON: a tab stands in a text; write \\t, or a space",
    ),
    (
        '{"entente": 1, "themes": [{"id": "C:\\Users"}]}',
        "1:37: this is not JSON: a backslash in a text begins a sign such as \\n; write it twice (\\\\)",
    ),
    (
        "",
        '1:1: this is not JSON: the text is empty; begin with {"entente": 1}',
    ),
    (
        '{\xa0"entente": 1}',
        "1:2: this is not JSON: a character that cannot be seen stands here (U+00A0); write a plain space in its place, or take it out",
    ),
    (
        '{"entente": one}',
        "1:13: this is not JSON: 'one' stands without quotes; write \"one\"",
    ),
    (
        '{"entente": 1; "themes": []}',
        "1:14: this is not JSON: a semicolon stands between two values; write a comma",
    ),
    (
        '{"entente" 1}',
        "1:12: this is not JSON: a colon is missing behind the key; put one here",
    ),
    (
        'dossier = {"entente": 1}',
        "1:1: this is not JSON: 'dossier' stands without quotes; write \"dossier\"",
    ),
    (
        '{"entente": 1]}',
        "1:14: this is not JSON: ] does not close what was opened last; check the brackets above",
    ),
    (
        '{"entente": undefined}',
        "1:13: this is not JSON: JSON has no undefined; leave the key out",
    ),
    (
        '{\n "entente": 1,\n "themes": [\n  {"id": "a",\n  },\n ]\n}',
        "4:13: this is not JSON: a comma stands before a closing bracket; leave the comma out",
    ),
    (
        "<html>",
        "1:1: this is not JSON: it looks like HTML; save the dossier itself, and not the page that shows it",
    ),
    (
        "entente: 1\nthemes:\n",
        "1:1: this is not JSON: it looks like YAML; name the file by its format, with the ending .yaml, or write it as JSON",
    ),
    (
        '{"entente": 1, "themes": [?]}',
        "1:27: this is not JSON: expecting value",
    ),
)

YAML = (
    (
        "entente: 1\nthemes:\n\t- id: a\n",
        "3:1: this is not YAML: a tab may not stand here; write spaces",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: Boats: small\n",
        '4:12: this is not YAML: a colon with a space behind it stands in a text without quotes; write label: "Boats: small"',
    ),
    (
        'entente: 1\nthemes:\n  - id: "a\n    label: A\n',
        '3:9: this is not YAML: the text that begins here has no quotation mark at its end; put " at its end',
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: @home\n",
        '4:12: this is not YAML: a text may not begin with @ without quotes; write label: "@home"',
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n   label: A\n",
        "4:4: this is not YAML: this line does not begin in the column of those that it belongs to; begin it in column 5, as the key 'id' above does, or as another record or key does",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n      label: A\n",
        "4:7: this is not YAML: this line does not begin in the column of those that it belongs to; begin it in column 5, as the key 'id' above does, or as another record or key does",
    ),
    (
        "entente:1\n",
        "'entente:1' is not a dossier; put a space behind the colon: entente: 1",
    ),
    (
        "entente: 1\nthemes:\n  - id:a\n    label: A\n",
        "3:7: this is not YAML: nothing sets this colon apart; put a space behind it: id: …",
    ),
    (
        "entente: 1\nthemes:\n  -id: a\n    label: A\n",
        "3:3: this is not YAML: nothing sets this dash apart; put a space behind it",
    ),
    (
        "entente = 1\n",
        "'entente = 1' is not a dossier; it looks like TOML; name the file by its format, with the ending .toml",
    ),
    (
        'entente = 1\n[[themes]]\nid = "a"\n',
        "'entente = 1 [[themes]] id = \"a\"' is not a dossier; it looks like TOML; name the file by its format, with the ending .toml",
    ),
    (
        "entente: 1\n<<<<<<< HEAD\nthemes: []\n=======\nthemes: []\n>>>>>>> b\n",
        "2:1: this is not YAML: git could not merge two versions from here on; keep the lines that are right, and delete those that begin with <<<<<<<, ======= or >>>>>>> (there are more at 4, 6)",
    ),
    (
        'entente: 1\nthemes:\n  - id: a\n    label: "He said "no""\n',
        '4:12: this is not YAML: a quotation mark ends this text before its end; write \\" for one within a text, or put the text in single quotes',
    ),
    (
        'entente: 1\nthemes:\n  - id: a\n    label: "Boats" small\n',
        '4:12: this is not YAML: a quotation mark ends this text before its end; write \\" for one within a text, or put the text in single quotes',
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: %x\n",
        '4:12: this is not YAML: a text may not begin with % without quotes; write label: "%x"',
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: A\n    broader: [a, b\n",
        "5:14: this is not YAML: the list that begins here is not closed; put ] at its end",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: `x`\n",
        '4:12: this is not YAML: a text may not begin with ` without quotes; write label: "`x`"',
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: 'It's'\n",
        "4:12: this is not YAML: an apostrophe ends this text; write it twice (''), or put the text in double quotes: \"…\"",
    ),
    (
        'entente: 1\nthemes:\n  - id: a\n    label: "C:\\Users"\n',
        "4:12: this is not YAML: a backslash in a text begins a sign such as \\n; write it twice (\\\\), or put the text in single quotes",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: >= 5\n",
        '4:12: this is not YAML: a text may not begin with > without quotes; write label: ">= 5"',
    ),
    (
        "entente: 1\nthemes:\n  id: a\n  label: A\n",
        "2:1: themes: a table is not a list of themes; begin each record with a dash: - id: …",
    ),
    (
        "entente: 1\nthemes:\n  a:\n    label: A\n",
        "2:1: themes: a table is not a list of themes; begin each record with a dash: - id: …; the key 'a' becomes its id",
    ),
    (
        "entente: 1\nthemes:\n  - id: 'a\n",
        "3:9: this is not YAML: the text that begins here has no quotation mark at its end; put ' at its end",
    ),
    (
        "entente: 1\nthemes:\n  # all\n  - id: a\n   label: A\n",
        "5:4: this is not YAML: this line does not begin in the column of those that it belongs to; begin it in column 5, as the key 'id' above does, or as another record or key does",
    ),
    (
        "<p>: [\n",
        "1:1: this is not YAML: it looks like HTML; save the dossier itself, and not the page that shows it",
    ),
    (
        " entente: 1\nthemes: []\n",
        "2:1: this is not YAML: this line does not begin in the column of those that it belongs to; begin it in column 2, as the key 'entente' above does, or as another record or key does",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: “a # b”\n",
        "4:12: “ is a curly quotation mark, and holds no text together: this one ends before '# b”'; write \"a # b\"",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: “a: b”\n",
        "4:12: “ is a curly quotation mark, and holds no text together: this one ends before ': b”'; write \"a: b\"",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: A\n    broader: [„a, b“]\n",
        "5:15: „ is a curly quotation mark, and holds no text together: this one ends before ', b“]'; write \"a, b\"",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: ‘It’s # b’\n",
        "4:12: ‘ is a curly quotation mark, and holds no text together: this one ends before '# b’'; write \"It’s # b\"",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: “a # b” of C\n",
        "4:12: “ is a curly quotation mark, and holds no text together: this one ends before '# b” of C'; write straight ones around the text: \"…\"",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: The “a # b”\n",
        "4:12: “ is a curly quotation mark, and holds no text together: this one ends before '# b”'; write straight ones around the text: \"…\"",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    label: «a\n",
        '4:12: « is a curly quotation mark, and holds no text together; write straight ones around the text: "…"',
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n    “label”: A\n",
        '4:5: “ is a curly quotation mark, and begins no key; write "label"',
    ),
    (
        "{“entente”: 1}",
        '1:2: “ is a curly quotation mark, and begins no key; write "entente"',
    ),
    (
        "entente = 1\nx: [\n",
        "1:1: this is not YAML: it looks like TOML; name the file by its format, with the ending .toml, or write it as YAML",
    ),
    (
        "entente: 1\nthemes:\n  - id: a\n   url: http://x.example\n",
        "4:4: this is not YAML: this line does not begin in the column of those that it belongs to; begin it in column 5, as the key 'id' above does, or as another record or key does",
    ),
)


@pytest.mark.parametrize(
    ("format", "text", "said"),
    [
        (format, *case)
        for format, cases in (("toml", TOML), ("json", JSON), ("yaml", YAML))
        for case in cases
    ],
)
def test_a_slip_is_said_in_plain_words(
    format: str, text: str, said: str
) -> None:
    """What people do is one problem at its place, in plain words, with what to write."""
    assert text_problems(text, format) == [said]


@pytest.mark.parametrize(
    "label",
    [
        "“a”  # b",
        "“a” is b",
        "a “b” and “c” # d",
        "‘90s",
        "the ‘90s  # b’",
        "»a« # b",
        "‘a’ and b",
        "“a „b“ c”",
        "a “b",
    ],
)
def test_curly_quotation_marks_may_stand_in_yaml(label: str) -> None:
    """A curly quotation mark that nothing is cut off behind is a part of its text."""
    text = f"entente: 1\nthemes:\n  - id: a\n    label: {label}\n"
    [theme] = loads(text, format="yaml").themes
    assert theme.label == label.partition("#")[0].rstrip()


def test_a_number_is_long_by_its_value() -> None:
    """Zeros in front of a number do not make it too long; it is refused for what it is."""
    text = f'entente = 1\n[[themes]]\nid = "a"\nlabel = 0x{"0" * 40}1\n'
    with pytest.raises(LoadError) as caught:
        loads(text, format="toml")
    assert [str(problem) for problem in caught.value.problems] == [
        '4:1: themes[0].label (a): the number 1 is not text; write it in quotes: "1"'
    ]


def test_a_day_without_signs_leads_to_the_day() -> None:
    """A number of eight digits was meant as a day."""
    text = 'entente = 1\n[[commitments]]\nid = "a"\nsummary = "A."\nmade = 20240130\n'
    with pytest.raises(LoadError) as caught:
        loads(text, format="toml")
    assert [str(problem) for problem in caught.value.problems] == [
        '5:1: commitments[0].made (a): the number 20240130 is not a date; write "2024-01-30"'
    ]
