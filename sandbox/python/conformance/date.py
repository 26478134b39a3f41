from datetime import datetime, timezone

print(datetime.now(timezone.utc).date().isoformat())
