import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

class Solution {
    private record Busy(long until, long worker) {}

    static List<Run> schedule(List<Job> jobs, long workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("no workers");
        }
        List<Job> order = new ArrayList<>(jobs);
        order.sort(Comparator.comparingLong(Job::at));

        PriorityQueue<Long> free = new PriorityQueue<>();
        for (long worker = 0; worker < workers; worker++) {
            free.add(worker);
        }
        PriorityQueue<Busy> busy = new PriorityQueue<>(Comparator.comparingLong(Busy::until));
        List<Run> runs = new ArrayList<>(jobs.size());
        long start = 0;
        for (Job job : order) {
            start = Math.max(start, job.at());
            if (free.isEmpty()) {
                start = Math.max(start, busy.peek().until());
            }
            while (!busy.isEmpty() && busy.peek().until() <= start) {
                free.add(busy.poll().worker());
            }
            long worker = free.poll();
            busy.add(new Busy(start + job.takes(), worker));
            runs.add(new Run(job.name(), worker, start));
        }
        return runs;
    }
}

record Job(String name, long at, long takes) {}

record Run(String name, long worker, long start) {}
