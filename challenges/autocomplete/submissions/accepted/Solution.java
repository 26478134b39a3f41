import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

class Solution {
    static List<List<String>> suggest(Map<String, Long> searches, List<String> prefixes, long most) {
        List<String> words = new ArrayList<>(searches.keySet());
        words.sort(Solution::compare);
        Comparator<String> oftenFirst = Comparator.comparing(searches::get, Comparator.reverseOrder());

        List<List<String>> suggestions = new ArrayList<>();
        for (String prefix : prefixes) {
            int place = Collections.binarySearch(words, prefix, Solution::compare);
            int first = place < 0 ? -place - 1 : place;
            int last = first;
            while (last < words.size() && words.get(last).startsWith(prefix)) {
                last++;
            }
            suggestions.add(words.subList(first, last).stream().sorted(oftenFirst).limit(Math.max(most, 0)).toList());
        }
        return suggestions;
    }

    /** By code points: compareTo has characters beyond U+FFFF before some below. */
    private static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(a.codePointAt(i), b.codePointAt(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
