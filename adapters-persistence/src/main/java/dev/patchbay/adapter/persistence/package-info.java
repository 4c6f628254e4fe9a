/**
 * The stores over JDBC: embedded H2, MariaDB and MySQL, one SQL for all. Correctness comes from single statements that
 * compare and swap; nothing here holds a transaction open across anything but its own statements.
 */
@NullMarked
package dev.patchbay.adapter.persistence;

import org.jspecify.annotations.NullMarked;
