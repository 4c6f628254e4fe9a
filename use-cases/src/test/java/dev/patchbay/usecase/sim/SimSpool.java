package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.MILLI;

import dev.patchbay.port.connection.Spool;
import java.util.List;

/** A machine's disk. Its process may die before, while, or after something is written. */
final class SimSpool implements Spool {
    private final Spool disk;
    private final Kernel kernel;
    private final Perils perils;
    private final Bookkeeping books;

    SimSpool(Spool disk, Kernel kernel, Perils perils, Bookkeeping books) {
        this.disk = disk;
        this.kernel = kernel;
        this.perils = perils;
        this.books = books;
    }

    @Override
    public boolean keep(Entry entry) {
        perils.pass();
        kernel.sleep(MILLI);
        boolean kept = books.spooled(disk.keep(entry), entry);
        perils.pass();
        return kept;
    }

    @Override
    public List<Entry> entries() {
        perils.pass();
        return disk.entries();
    }

    @Override
    public void drop(Entry entry) {
        perils.pass();
        disk.drop(entry);
        perils.pass();
    }
}
