"""Which of a table's columns is the shop's price: what its title says of tax, of reductions, and of who pays it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .fields import plain

_TABLE: Mapping[str, str] = {
    "price": "price prices prix tarif tarifs preis prezzo precio prijs pris cena pa paht pv pvc pvp ppi ppc ppv rrp srp"
    " msrp uvp upe vk pvr",
    "bought": "achat cost couts cout revient wholesale gros grossiste revendeur reseller dealer cession ek einkauf b2b"
    " einkaufspreis acquisto compra purchase buying trade pa paht handlerpreis inkoop inkoopprijs costo coste",
    "without tax": "ht hors excl exkl ex excluding exclusive excluded"
    " escluso esclusa excluido excluida netto net senza sin ohne without",
    "with tax": "ttc incl inkl inc including inclusive included tvac brutto ivato inclusa incluso incluida incluido",
    "other": "livraison shipping port versand ecotax ecotaxe ecopart deee impact remise rabais marge margin devise"
    " currency date dates starts ends start end debut fin from to until valid valable type id code kg litre additional",
    "promo": "promo promotion promotionnel promotional sale solde soldes special specialprice discounted offre angebot"
    " aktion aktionspreis sonderpreis oferta offerta scontato reduced",
    "former": "barre ancien avant initial origine original old was compare compared reference streichpreis statt former"
    " previous tachado barrato list before",
    "usual": "regular regulier normal habituel usual standard",
    "advised": "conseille conseil recommande indicatif suggested recommended empfohlen consigliato recomendado rrp srp"
    " msrp uvp upe pvc ppi ppc pvr",
}
_OF: Mapping[str, frozenset[str]] = {role: frozenset(words.split()) for role, words in _TABLE.items()}
_ALONE = frozenset({"ttc", "tvac"})
"""What makes a price of any title: "Vente TTC"."""
_MONEYS = re.compile(
    r"[$£¥₣₩₺₽]|\b(?:chf|sfr|usd|gbp|jpy|krw|cny|sek|nok|dkk|pln|czk|huf|ron|cad|aud|nzd|francs?|dollars?)\b"
)
_TAXES = re.compile(r"\b(?:tva|vat|mwst|ust|iva|btw|taux de taxe|tax rate|tax|taxe|taxes)\b")
_COMPOUND = re.compile(r"\w+(?:preis|prijs)")
_RUN = re.compile(r"\b(?:[a-z] ){1,4}[a-z]\b")
_GLUED = re.compile(r"\b(pv|pa|pu|prix|tarif|price)(ttc|ht|promo)\b")
OTHER, BOUGHT, PRICE, PROMO, FORMER, USUAL, ADVISED = "other", "bought", "price", "promo", "former", "usual", "advised"
_ROLES = (PROMO, FORMER, USUAL, ADVISED)


def role_of(title: str) -> str:
    """Return what a title says of a price; empty where it names none."""
    words = _words(title)
    if not words & (_OF["price"] | _ALONE) and not any(_COMPOUND.fullmatch(word) for word in words):
        return ""
    if words & _OF["bought"] or (words & _OF["without tax"] and not words & _OF["with tax"]):
        return BOUGHT
    if words & _OF["other"]:
        return OTHER
    return next((role for role in _ROLES if words & _OF[role]), PRICE)


def is_before_tax(title: str) -> bool:
    """Tell a column of prices that no customer pays: before tax, or what the shop itself pays."""
    return role_of(title) == BOUGHT


def is_foreign(title: str) -> bool:
    """Tell a title that names another money than the euro: "UVP CHF"."""
    words = title.casefold()
    return bool(_MONEYS.search(words)) and not re.search(r"€|\beuro?s?\b", words)


def tax_unsaid(title: str, titles: Sequence[str]) -> str:
    """Return the title of a column of taxes beside a price whose own title says nothing of tax; else an empty text."""
    words = _words(title)
    if not title or words & (_OF["with tax"] | _OF["without tax"] | _OF["advised"]):
        return ""
    return next((one for one in titles if one != title and _TAXES.search(plain(one)) and not role_of(one)), "")


def chosen(titles: Sequence[str], filled: Mapping[str, int]) -> dict[str, str]:
    """Return the columns of ``price`` and ``reference_price``. ``filled`` counts the amounts of each column.

    A reduced price beside a usual one is the price; a price that somebody advises counts where there is no other.
    """
    by_role: dict[str, list[str]] = {}
    ours = [title for title in titles if not is_foreign(title)]
    for title in ours if any(role_of(title) not in ("", OTHER, BOUGHT) for title in ours) else titles:
        by_role.setdefault(role_of(title), []).append(title)
    best = {
        role: max(found, key=lambda title: (bool(_words(title) & _OF["with tax"]), filled.get(title, 0)))
        for role, found in by_role.items()
    }
    usual = best.get(PRICE) or best.get(USUAL) or best.get(ADVISED)
    price = best.get(PROMO) or usual or best.get(FORMER)
    if price is None:
        return {}
    before = best.get(FORMER) or (best.get(USUAL) if price != best.get(USUAL) else None)
    if before is None and price == best.get(PROMO):
        before = usual
    return {"price": price} | ({"reference_price": before} if before and before != price else {})


def _words(title: str) -> set[str]:
    """Return the words of a title: "P.V.C." as one of them, "PVTTC" as two."""
    text = _RUN.sub(lambda match: match.group().replace(" ", ""), plain(title))
    return set(_GLUED.sub(r"\1 \2", text).split())
