"""The catalogue written as files that others read: the merchandiser's own tables, Shopify, Google Merchant, JSON."""
