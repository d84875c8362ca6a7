"""Documents as plain data and as JSON: headers, versions, and the fast road."""
