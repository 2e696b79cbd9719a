"""How far have the 500 officers got?

The source says "over half": a bound, not a number. It stays one: the share of the target that is
deployed is worked out with the bounds kept, and a comparison that they leave open answers maybe.
"""

import entente

dossier = entente.example("uk-france")
metric = dossier.metrics["french-personnel-deployed"]
target = metric.target

for observation in metric.observations:
    deployed = observation.value
    if deployed is None or target is None:
        continue
    print(
        f"{observation.period}: {deployed}, which is {deployed.share_of(target)} of {target}"
    )
    print(f"more than 250? {(deployed > '250 people').name}")
    print(f"at least 400?  {(deployed >= '400 people').name}")
    print(f"all of them?   {(deployed >= target).name}")
