"""Pages of our own that a pack can read, or cannot, or not in full."""

ENGLISH = (
    "# Chemical peel\n\nA chemical peel has three days of downtime, and the skin may be red for a week. "
    "Most people come back for a second session after a month."
)
GERMAN = (
    "# Botox\n\nDie Behandlung mit Botox dauert etwa dreißig Minuten und ist fast schmerzfrei. Nach der Sitzung können Sie "
    "sofort wieder arbeiten.\n\nBotox wirkt sechs Monate. Die Haut sieht danach glatter aus, und kaum jemand bemerkt es."
)
FRENCH = (
    "Le traitement dure une petite demi-heure et ne fait presque pas mal. On peut reprendre ses activités le jour même, sans "
    "aucune gêne, et les résultats se voient au bout de deux semaines environ."
)
POLISH = (
    "Zabieg trwa około trzydziestu minut i jest prawie bezbolesny. Po zabiegu można od razu wrócić do pracy, a efekty widać po "
    "dwóch tygodniach i utrzymują się przez pół roku."
)
CHINESE = "治疗大约需要三十分钟,几乎没有疼痛。治疗后可以马上回去工作,效果可以持续六个月左右。皮肤看起来更光滑。"
RUSSIAN = "Процедура длится около тридцати минут и почти безболезненна. Сразу после неё можно вернуться к работе."
OTHER_FIELD = (
    "Football is played by two teams of eleven players on a pitch of grass. A match lasts ninety minutes, and the referee "
    "decides on every foul. At the end of the season the best team wins the cup."
)
LITTLE = "Welcome to our home page."
NO_TREATMENT = (
    "# Our treatment\n\nOur clinic offers it to every patient. After the treatment "
    "the skin may be red and swollen for three days, and bruising is common. You may feel "
    "mild pain during the injection. Wrinkles look smoother and the skin feels firmer. Two sessions are two weeks apart."
)
NO_CLAIM = (
    "# Microneedling\n\nMicroneedling is done in our house by the lake. Ask at the desk about microneedling, or write to the "
    "team, and somebody who knows microneedling will call you back during the week."
)
