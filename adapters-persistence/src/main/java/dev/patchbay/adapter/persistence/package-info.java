/**
 * The stores by Micronaut Data JDBC: embedded H2, MariaDB and MySQL, one SQL for all. A table's statements stand on its
 * repository ({@code SessionTable}), a row of it is a record ({@code SessionRow}), and the role ({@code JdbcSessions})
 * says what the answers mean. Correctness comes from single statements that compare and swap; nothing here holds a
 * transaction open across anything but its own statements.
 */
@NullMarked
package dev.patchbay.adapter.persistence;

import org.jspecify.annotations.NullMarked;
