# Randomness repeats from run to run, and differs from call to call.
import os
import random
import secrets
import uuid

seen = {os.urandom(8), os.urandom(8), secrets.token_bytes(8), uuid.uuid4().bytes[:8], random.randbytes(8)}
assert len(seen) == 5
print(input())
