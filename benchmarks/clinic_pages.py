"""Pages of our own, made from varied sentences, for timing: the same text whenever it is made."""

import random

TREATMENTS = (
    "A chemical peel",
    "Microneedling",
    "The fractional laser",
    "Mesotherapy",
    "A course of skin boosters",
    "The thread lift",
)
OUTCOMES = (
    "fine lines",
    "the depth of old scars",
    "uneven pigment",
    "sagging along the jaw",
    "large pores",
    "dry patches",
    "thinning hair",
)
EFFECTS = ("redness", "slight swelling", "small bruises", "itching", "dry, peeling skin", "a feeling of tightness")
HABITS = ("saunas", "strenuous exercise", "makeup", "direct sunlight", "alcohol", "swimming pools")
SPANS = ("two days", "24 to 48 hours", "about a week", "a week or two", "3-5 days", "several weeks", "up to ten days")

SENTENCES = (
    "{treatment} is said to reduce {outcome} within {span}, though nobody can promise how much.",
    "Some people notice {effect} for {span}; in most of them it settles by itself.",
    "Please avoid {habit} for {span} after your visit and keep the area clean.",
    "The clinic stands in a quiet street behind the old market hall, five minutes from the station.",
    "{treatment} does not have any real downtime, and most visitors go back to work the same day.",
    "Most plans foresee 3-6 sessions spaced {span} apart, followed by a visit every six months.",
    "Skin changes with the seasons, with sleep and with what we eat, and no two faces age alike.",
    "A nurse cleans the face, takes a photograph and marks the areas that you have talked about.",
    "It may improve {outcome} and {outcome2}, but results vary from person to person.",
    "We were founded by two sisters who had worked in hospitals for many years before they opened the first room.",
    "The appointment takes between 30 and 60 minutes, and a numbing cream makes it comfortable.",
    "There is no evidence that it removes {outcome}, and anybody who says so should be asked for the study.",
    "Common side effects include {effect} and {effect2}, which usually subside within {span}.",
    "Parking is free in the evening; please ring the bell twice and wait until somebody comes to the door.",
    "It is not recommended during pregnancy or for people with diabetes or an active skin infection.",
    "In her free time our receptionist sings in a choir, grows tomatoes and repairs wooden boats.",
    "The gel contains hyaluronic acid, vitamins and peptides and is injected into the dermis with a very fine needle.",
    "Results build gradually and last 6 to 12 months, depending on age, habits and the care that you take.",
    "What we call a good result is a face that looks rested; what others call it is their own affair.",
    "The device is cleared by the FDA, and the product carries a CE mark.",
)
HEADINGS = (
    "What it can do",
    "How long is the recovery time?",
    "Possible side effects",
    "Aftercare",
    "About our house",
    "How many sessions?",
)


def page(number: int, *, sentences: int = 60) -> str:
    """Return one page of about 6,500 characters."""
    chosen = random.Random(number)
    lines: list[str] = []
    for position in range(sentences):
        if position % 8 == 0:
            lines.append(f"\n{chosen.choice(HEADINGS)}\n")
        words = {
            "treatment": chosen.choice(TREATMENTS),
            "outcome": chosen.choice(OUTCOMES),
            "outcome2": chosen.choice(OUTCOMES),
            "effect": chosen.choice(EFFECTS),
            "effect2": chosen.choice(EFFECTS),
            "habit": chosen.choice(HABITS),
            "span": chosen.choice(SPANS),
        }
        sentence = chosen.choice(SENTENCES).format(**words)
        if position % 8 in {5, 6}:
            lines.append(f"- {sentence}")
        else:
            lines.append(sentence + (" " if position % 3 else "\n"))
    return "".join(line if line.endswith(" ") else f"{line}\n" for line in lines)
