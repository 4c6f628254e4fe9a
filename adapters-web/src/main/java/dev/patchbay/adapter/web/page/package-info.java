/** What people look at: the start page, and the page that shows the API's description. */
@NullMarked
package dev.patchbay.adapter.web.page;

import org.jspecify.annotations.NullMarked;
