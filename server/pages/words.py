"""The words of the start page."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, dict[str, str]]] = {
    "fr": {
        "title": "Cordée",
        "line": "Le conseil juste, dans chaque poche, même sans réseau.",
        "demonstration": "Démonstration",
        "demonstration_line": (
            "Les modèles sont réels ; assortiment, prix, codes-barres et stocks sont inventés. Entrez d’un geste :"
        ),
        "seller": "Vendeur",
        "seller_line": "Du « je cherche… » à trois pièces justifiées, dans la bonne taille, ici.",
        "manager": "Responsable",
        "manager_line": "Inviter l’équipe, voir les appareils reliés, conseiller.",
        "merchandiser": "Merchandising",
        "merchandiser_line": "Déposer un fichier, voir ce qui changerait, publier, revenir.",
        "team": "Vous travaillez ici",
        "team_line": "Scannez l’invitation de votre responsable. Déjà inscrit sur cet appareil ?",
        "open": "Ouvrir Cordée",
        "customer": "Vous êtes client",
        "customer_line": "Scannez le QR de l’étiquette : la pièce, sa taille, son entretien, sans compte ni traceur.",
        "example": "Voir une fiche",
        "developer": "Vous branchez une machine",
        "developer_line": "L’API est décrite et consultable sans réseau.",
        "api": "Ouvrir la documentation de l’API",
        "other": "English",
    },
    "en": {
        "title": "Cordée",
        "line": "The right advice in every pocket, even without a network.",
        "demonstration": "Demonstration",
        "demonstration_line": (
            "The models are real; assortment, prices, barcodes and stock are made up. One tap and you are in:"
        ),
        "seller": "Seller",
        "seller_line": "From “I am looking for…” to three justified pieces, in the right size, here.",
        "manager": "Manager",
        "manager_line": "Invite the team, see the enrolled devices, advise.",
        "merchandiser": "Merchandising",
        "merchandiser_line": "Drop a file, see what would change, publish, go back.",
        "team": "You work here",
        "team_line": "Scan your manager’s invitation. Already enrolled on this device?",
        "open": "Open Cordée",
        "customer": "You are a customer",
        "customer_line": "Scan the tag’s QR code: the piece, its size, its care, without account or tracker.",
        "example": "See a product page",
        "developer": "You connect a machine",
        "developer_line": "The API is described, and can be browsed without a network.",
        "api": "Open the API documentation",
        "other": "Français",
    },
}
