"""How far have the 500 officers got?

The source says "over half", which is a bound and not a number. The share of the target keeps the
bound, and a comparison that it cannot decide answers maybe.
"""

import entente

dossier = entente.example("uk-france")
metric = dossier.metrics["french-personnel-deployed"]
target = metric.target

for observation in metric.observations:
    deployed = observation.value
    if deployed is None or target is None:
        continue
    share = deployed.share_of(target)
    print(f"{observation.period}: {deployed}, which is {share} of {target}")
    print(f"more than 250? {(deployed > '250 people').name}")
    print(f"at least 400?  {(deployed >= '400 people').name}")
    print(f"all of them?   {(deployed >= target).name}")
