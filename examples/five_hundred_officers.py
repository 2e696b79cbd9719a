"""How far have the 500 officers got?

The source says "over half", which is a bound and not a number. The share of the target keeps the
bound, and a question that it cannot decide is answered with maybe.
"""

import entente

dossier = entente.example("uk-france")

for progress in dossier.progress("french-personnel-deployed"):
    observation = progress.observation
    if observation is None or observation.period is None:
        continue
    deployed, share = observation.value, progress.of_target
    if deployed is None or share is None or progress.met is None:
        continue
    print(f"{observation.period.words()}:")
    print(f"{deployed.words()}, which is {share.words()} of the target")
    print(f"more than 250? {(deployed > '250 people').name}")
    print(f"at least 400?  {(deployed >= '400 people').name}")
    print(f"all of them?   {progress.met.name}")
