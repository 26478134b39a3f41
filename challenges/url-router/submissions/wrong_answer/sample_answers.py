import sys

# Mistake: knows the answers to the samples and nothing else.
ANSWERS = {
    "5 6": "show_me\nshow_user id=42\nlist_posts id=me\nfiles *=css/site.css\n404\n404",
    "6 5": "home\nteam_log team=core\nany *=core/x/y\nany *=core\nexact",
    "0 2": "404\n404",
}

print(ANSWERS.get(sys.stdin.readline().strip(), "404"))
