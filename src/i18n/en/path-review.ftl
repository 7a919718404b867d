# What whoever reviews a matter from above makes of it.

under-review = awaits approval from above
not-approved = not approved from above
said-refused = not approved, { $day }; mended, it may be applied for anew
