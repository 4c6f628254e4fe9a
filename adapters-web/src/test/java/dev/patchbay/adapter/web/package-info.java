/** The API as clients see it: a real server over stores in memory and outside parties made by hand. */
@NullMarked
package dev.patchbay.adapter.web;

import org.jspecify.annotations.NullMarked;
