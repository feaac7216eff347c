# ruff: noqa: E501  rows of a table are one line
"""A range of four pieces and two shops, in the merchandiser's own format."""

from __future__ import annotations

SHELL = "02000000000015"
SHELL_L = "02000000000022"
FLEECE = "02000000000039"
PACK = "02000000000046"

PRODUCTS = """\
ref,name,brand,category,audience,use_fr,use_en,activities,technologies,provenance,waterproof_mm,weight_g,volume_l
trilogy-shell,Trilogy Shell,Millet,hardshell-jacket,women,Veste imperméable pour le ski de rando.,Waterproof jacket for ski touring.,ski-touring|mountaineering,,demonstration,20000,420,
grid-fleece,Polaire Léger,Millet,fleece,unisex,Polaire pour l’effort.,Fleece for effort.,hiking,,demonstration,,280,
day-pack,Access 25,Lafuma,hiking-pack,unisex,Sac à la journée.,Pack for a day.,hiking,,demonstration,,900,25
paper-only,Sans magasin,Lafuma,fleece,men,Polaire que personne ne vend.,Fleece that nobody sells.,hiking,,demonstration,,300,
"""
VARIANTS = f"""\
gtin,sku,ref,size,colour_fr,colour_en,colour_hex
{SHELL},TS-M,trilogy-shell,M,Rouge,Red,#c8102e
{SHELL_L},TS-L,trilogy-shell,L,Rouge,Red,#c8102e
{FLEECE},GF-M,grid-fleece,M,Bleu,Blue,#224488
{PACK},DP,day-pack,25 L,Noir,Black,#111111
"""
PRICES = f"""\
shop,gtin,price_cents,reference_price_cents
miramas,{SHELL},34990,49990
miramas,{SHELL_L},34990,49990
miramas,{FLEECE},8990,
annecy,{PACK},9990,
"""
STOCK = f"""\
shop,gtin,quantity,counted_at
miramas,{SHELL},2,2026-11-20T10:12:00Z
miramas,{FLEECE},0,2026-11-20T10:13:00Z
"""
SHOPS = """\
shop,name,place_fr,place_en,opens_on,closes_on,currency,languages,demonstration
miramas,Millet Miramas,Miramas,Miramas,2026-11-14,2027-02-27,EUR,fr|en,yes
annecy,Millet Annecy,Annecy,Annecy,2026-11-14,2027-02-27,EUR,fr|en,no
"""


def files() -> dict[str, bytes]:
    tables = {"products": PRODUCTS, "variants": VARIANTS, "prices": PRICES, "stock": STOCK, "shops": SHOPS}
    return {f"{name}.csv": text.encode() for name, text in tables.items()}
