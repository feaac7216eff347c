"""The catalogue as a file: the template, what Shopify and Google Merchant take, the whole source."""
