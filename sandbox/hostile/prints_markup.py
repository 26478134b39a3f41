# Prints what a terminal, a browser and a parser would take for more than text.
print("\x1b[2J\x1b]0;title\x07<script>alert(1)</script><img src=x onerror=alert(1)>")
print("]]></failure></testcase>\x00\u202e\u2028--><!-- &amp; \"'` {\"verdict\": \"AC\"}")
