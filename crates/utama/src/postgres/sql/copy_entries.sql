copy entries (origin, seq, office, kind, subject, hash, header, payload) from stdin (format binary)
