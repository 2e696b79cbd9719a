"""What was promised on small boats in January 2024?

Lists each commitment with its date, its parties, how firm it is and where it is written. Themes
include narrower ones; the dates are those of the source, as vague as it left them.
"""

import entente

dossier = entente.example("uk-france")
promises = dossier.commitments.where(theme="small-boats", made="2024-01")

print("Promises on small boats of January 2024, in the dossier uk-france")
print()
print(promises)
print()
for firmness, count in promises.count_by("firmness").items():
    print(f"{count} {firmness}")
print(f"{len(promises.where(firm=True))} of {len(promises)} are firm")
