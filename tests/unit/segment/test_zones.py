"""Website furniture: what ends the page's text, and what it must not swallow."""

PROSE = "Boots keep the foot warm on a long walk, and most people who wear them in winter say that their toes stay dry.\n"
MORE = "Clogs are another matter, because the wood does not bend and the foot has to lift them at every step of the way.\n"


def test_comments_run_to_the_end(furniture):
    tail = f"2 Comments\nAnn\n{MORE}Reply"
    assert "\n".join(furniture(PROSE + tail)) == tail


def test_a_real_heading_over_prose_is_the_page_again(furniture):
    assert furniture(f"{PROSE}\nSubscribe\nYour email\n\nWhat about clogs?\n{MORE}") == ["Subscribe", "Your email"]
    assert furniture(f"{PROSE}\nRelated posts\nBoots in May\n\n## Clogs\n{MORE}") == ["Related posts", "Boots in May"]
    assert furniture(f"{PROSE}\nRelated posts\nBoots in May\n\nConclusion\n{MORE}") == ["Related posts", "Boots in May"]


def test_a_visitors_name_over_a_comment_is_not(furniture):
    text = f"{PROSE}\n0 Comments\n\nAnn Roe\n{MORE}"
    assert furniture(text) == ["0 Comments", "Ann Roe", MORE.strip()]


def test_a_teasers_excerpt_is_not(furniture):
    excerpt = MORE.strip().removesuffix(".") + "..."
    assert furniture(f"{PROSE}\nRelated posts\n\nAll about wooden clogs\n{excerpt}\n")[-1] == excerpt


def test_furniture_on_top_covers_only_short_lines(furniture):
    top = "Sign in / Sign up\nArchives\nMay 2020\nCategories\nAll shoes\n"
    text = f"{top}\nBoots in Winter\n3 May 2021\n{PROSE}{MORE}Clogs\n{MORE}"
    assert furniture(text) == ["Sign in / Sign up", "Archives", "May 2020", "Categories", "All shoes", "3 May 2021"]
    assert furniture(f"Sign in / Sign up\n{PROSE}{MORE}") == ["Sign in / Sign up"]


def test_a_list_of_archives_ends_where_prose_begins(furniture):
    assert furniture(f"{PROSE}\nArchives\n- May 2020\n- June 2020\n{MORE}") == ["Archives", "- May 2020", "- June 2020"]


def test_lines_alone_are_furniture_by_themselves(furniture):
    text = f"Boots\n5 min read\n{PROSE}Share this article\n{MORE}Ann Roe · 3 May 2021 · 4\n{PROSE}"
    assert furniture(text) == ["5 min read", "Share this article", "Ann Roe · 3 May 2021 · 4"]


def test_a_teaser_within_the_page_is_furniture(furniture):
    teaser = "Clogs of the north\nWhy people in the north still carve their clogs by hand is a tale that...\nRead more\n"
    assert furniture(f"Boots\n{PROSE}{teaser}{MORE}") == teaser.strip().split("\n")
    kept = "The tale of clogs\nWhy people in the north still carve their clogs by hand is a tale that...\n"
    assert furniture(f"Boots\n{PROSE}{kept}{MORE}") == []


def test_menus(furniture):
    assert furniture(f"Home\nAbout us\nBoots for all\nContact\n\n{PROSE}") == ["Home", "About us", "Boots for all", "Contact"]
    assert furniture(f"Home | Shop | About | Contact\n{PROSE}") == ["Home | Shop | About | Contact"]
    assert furniture(f"Prices\nBoots\nClogs\nSandals\nReviews\n{PROSE}") == []
    assert furniture(f"Boots | Clogs | Sandals\n{PROSE}") == []


def test_prose_is_never_furniture(furniture):
    text = (
        "Comments from walkers differ. Share your worries with us before you buy. Read more in the leaflet.\n"
        "The author walked for a year. She was reviewed by Ann Roe in 2015. Join us for an update on boots.\n"
        "Follow this plan for two weeks. Home is where the boots are. Posted parcels take 3 days.\n"
    )
    assert furniture(PROSE + text) == []
