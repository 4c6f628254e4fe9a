package dev.patchbay.sandbox.web;

import java.util.Map;

/** Pages as text, with everything that came from outside escaped. */
public final class Html {
    private Html() {}

    /** A whole page. The title is escaped here; the body is taken as it is; the accent is a CSS colour. */
    public static String page(String title, String accent, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
              :root { --accent: %2$s; color-scheme: light dark; }
              body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: Canvas; color: CanvasText; }
              main { max-width: 30rem; margin: 8vh auto; padding: 2rem;
                border: 1px solid GrayText; border-radius: 1rem; }
              main.wide { max-width: 56rem; margin: 2rem auto; }
              h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
              .tag { display: inline-block; background: var(--accent); color: #fff; border-radius: 1rem;
                padding: 0 .8rem; font-size: .8rem; margin-bottom: 1rem; }
              button { font: inherit; padding: .5rem 1rem; border-radius: 2rem; border: 1px solid GrayText;
                cursor: pointer; background: transparent; color: inherit; }
              button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid var(--accent); }
              button.main { background: var(--accent); border-color: var(--accent); color: #fff; }
              button.person { display: block; width: 100%%; text-align: left; margin: .4rem 0; border-radius: .6rem; }
              label { display: block; margin: .4rem 0; }
              input, select { font: inherit; padding: .3rem .5rem; }
              small, .quiet { opacity: .75; }
              table { border-collapse: collapse; width: 100%%; }
              td, th { text-align: left; padding: .2rem .6rem .2rem 0; vertical-align: top; }
              code { overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            %3$s
            </body>
            </html>
            """.formatted(escape(title), accent, body);
    }

    /** The text, safe as content and inside quoted attributes. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Hidden inputs that send these values back. */
    public static String hidden(Map<String, String> values) {
        StringBuilder inputs = new StringBuilder();
        values.forEach((name, value) -> inputs.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">\n"));
        return inputs.toString();
    }
}
