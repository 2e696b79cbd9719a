"""Who held which office at which meeting?

A readout may name an office and not the person. The dossier finds who held it on the day of the
meeting, not on that of the document: the Prime Minister of March 2023 need not be today's.
"""

import entente

dossier = entente.example("uk-france")

for meeting in dossier.meetings.where(state="held").sort("when"):
    if meeting.when is None:
        continue
    print(f"{meeting.when.words(stated=False)}  {meeting.name}")
    for present in meeting.participations:
        if present.office is None:
            continue
        holders = dossier.holders(present.office, on=meeting.when)
        title = dossier.offices[present.office].title
        names = ", ".join(minister.name for minister in holders)
        named = "named" if present.minister else "not named in the source"
        print(f"    {title}: {names} ({named})")
