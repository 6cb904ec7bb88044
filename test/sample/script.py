"""Trade between France and North Korea in 2005, in millions of euros."""

# French imports from North Korea: names in comments and strings get facts.
France = {"imports": 24, "exports": 6}  # the variable does not: it is an identifier


def balance(France):
    """Exports less imports; the European Union is not looked at."""
    return France["exports"] - France["imports"]


print(f"Balance of France with the DPRK: {balance(France)} million euros")
