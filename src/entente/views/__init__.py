"""Timelines, charts and briefs of a dossier.

A view is text when printed, a picture with a table in a notebook, and SVG, PNG or HTML on request.
A brief is a document for a committee, in Markdown or HTML. Only pictures need the extra ``charts``.

>>> import entente
>>> from entente import views
>>> dossier = entente.example("promises-kept")
>>> print(views.timeline(dossier.meetings.where(theme="tariffs")))
Meetings, agreements and commitments
<BLANKLINE>
                                                          May 2025                      Jun 2025
Talks of the United States and Ch…                                 ◆
  id: geneva-2025-05 · kind: meeting · state: held · when: from 10 to 11 May 2025
<BLANKLINE>
█ certain   ◆ meeting
For all dates, from everything on record.
"""

from entente.views._brief import Brief, brief
from entente.views._course import course
from entente.views._offices import offices
from entente.views._progress import progress
from entente.views._recipients import recipients
from entente.views._scorecard import scorecard
from entente.views._themes import themes
from entente.views._timeline import timeline
from entente.views._view import View

__all__ = [
    "Brief",
    "View",
    "brief",
    "course",
    "offices",
    "progress",
    "recipients",
    "scorecard",
    "themes",
    "timeline",
]
