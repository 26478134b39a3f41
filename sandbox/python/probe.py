"""Run once in a new snapshot; what it costs identifies the snapshot in receipts."""

import collections
import decimal
import random
import sys
import xml.etree.ElementTree

words = {name for module in sorted(sys.modules) for name in dir(sys.modules[module])}
kinds = {type(value): name for name, value in vars(collections).items()}
tree = xml.etree.ElementTree.fromstring("<a><b>1</b></a>")
print(len(words), next(iter(words)), [kinds[kind] for kind in kinds], tree[0].text)
print(hash("assay"), random.random(), decimal.Decimal(1) / 7, sorted(map(id, kinds))[:2])
