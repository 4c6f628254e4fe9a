package dev.patchbay.adapter.web.page;

import static dev.patchbay.adapter.web.page.ApiDocument.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read and written, and what is documented, are the same members. */
class DocumentedShapesTest {
    private final ApiDocument document = ApiDocument.read();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "attempt.BegunResponse, BegunAnswer/properties/data",
        "operator.AppView, OverviewApp",
        "operator.AppView$CallsView, OverviewApp/properties/calls",
        "operator.AppView$CountsView, OverviewApp/properties/connections",
        "operator.CertificateView, OverviewCertificate",
        "operator.KeysView, OverviewKeys",
        "operator.KindsView, OverviewKinds",
        "operator.OverviewResponse, OverviewAnswer/properties/data",
        "operator.OverviewResponse$ConsentEndsView, OverviewConsentEnds",
        "operator.OverviewResponse$PlatformView, OverviewPlatform",
        "operator.OverviewResponse$SignInView, OverviewAnswer/properties/data/properties/signInProviders/items",
        "operator.OverviewResponse$SweepView, OverviewAnswer/properties/data/properties/sweep",
        "operator.OverviewResponse$WeekView, OverviewConsentEnds/properties/weeks/items",
        "operator.QuarantineView, OverviewAnswer/properties/data/properties/quarantine",
        "operator.QuarantineView$AsideView, OverviewAside",
        "operator.RenewalsView, OverviewAnswer/properties/data/properties/renewals",
        "operator.RenewalsView$SpanView, OverviewSpan",
        "platform.AppResponse, App",
        "platform.DisconnectedResponse, DisconnectedAnswer/properties/data",
        "platform.HealthResponse, HealthAnswer/properties/data",
        "platform.PlatformResponse, Platform",
        "platform.PlatformResponse$Rule, Platform/properties/rules/items",
        "platform.PlatformResponse$ScopeWhy, Platform/properties/scopes/items",
        "platform.ReasonResponse, Reason",
        "platform.ReplacementResponse, Replacement",
        "platform.StatusResponse, StatusAnswer/properties/data",
        "platform.TokenResponse, TokenAnswer/properties/data",
        "app.HealthView, OwnApp",
        "app.NotListedView, OwnApp/properties/notListed/items",
        "app.OwnAppResponse, OwnAppAnswer/properties/data",
        "chat.ChatResponse, ChatsAnswer/properties/data/items",
        "export.ExportResponse$Person, ExportAnswer/properties/data/properties/account",
        "export.ExportResponse$Method, ExportAnswer/properties/data/properties/signInMethods/items",
        "export.ExportResponse$Presence, ExportAnswer/properties/data/properties/sessions/items",
        "export.ExportResponse$UsedChat, ExportAnswer/properties/data/properties/chats/items",
        "export.ExportResponse$Unlisted, ExportAnswer/properties/data/properties/missingFromAppLists/items",
        "export.ExportedConnection, ExportAnswer/properties/data/properties/connections/items",
        "export.ExportedConnection$Waiting, ExportAnswer/properties/data/properties/waitingReplacements/items",
        "export.ExportedApp, ExportAnswer/properties/data/properties/apps/items",
        "export.ExportedApp$Given, ExportAnswer/properties/data/properties/seatsGiven/items",
        "export.ExportedApp$Held, ExportAnswer/properties/data/properties/seatsHeld/items",
        "export.ExportedEvent, ExportAnswer/properties/data/properties/activity/items",
        "chat.ChatLinkResponse, ChatLinkAnswer/properties/data",
        "seat.InvitedResponse, InvitedAnswer/properties/data",
        "seat.LedgerResponse, SeatsAnswer/properties/data",
        "seat.OfferedResponse, OfferedSeatAnswer/properties/data",
        "seat.PlaceResponse, MySeatAnswer/properties/data",
        "seat.SeatEndedResponse, EndedSeatAnswer/properties/data",
        "seat.SeatView, Seat",
        "signin.ChatSignInResponse, ChatSignInAnswer/properties/data",
        "signin.SignedInResponse, SignedInAnswer/properties/data",
        "signin.WaitingResponse, ChatWaitingAnswer/properties/data",
        "merge.MergedResponse, MergedAnswer/properties/data",
        "merge.MergedResponse$Grant, MergedAnswer/properties/data/properties/grants/items",
        "merge.PreviewResponse, MergePreviewAnswer/properties/data",
        "merge.PreviewResponse$Conflict, MergePreviewAnswer/properties/data/properties/conflicts/items",
        "merge.PreviewResponse$Side, MergeSide",
        "merge.PreviewResponse$Things, MergeThings",
        "signin.LinkedResponse, LinkedAnswer/properties/data",
        "signin.ProvenResponse, ProvenAnswer/properties/data",
        "signin.ProviderResponse, SignInProvidersAnswer/properties/data/items",
        "signin.SessionResponse, SessionAnswer/properties/data",
        "signin.SessionResponse$AccountResponse, SessionAnswer/properties/data/properties/account",
        "user.ActivityResponse, ActivityAnswer/properties/data/items",
        "user.ConnectionResponse, Connection",
        "user.EndedResponse, EndedAnswer/properties/data",
        "user.ErasedResponse, ErasureAnswer/properties/data",
        "user.ErasedResponse$Platform, ErasureAnswer/properties/data/properties/platforms/items",
        "user.MethodResponse, SignInMethodsAnswer/properties/data/items",
        "user.ProfileResponse, ProfileAnswer/properties/data",
        "user.SessionResponse, SessionsAnswer/properties/data/items",
    })
    void an_answer_has_all_documented_members_and_no_others(String record, String schema) throws Exception {
        assertThat(documented(schema)).isEqualTo(membersOf(record));
        assertThat(new TreeSet<>(namesIn(schema + "/required"))).isEqualTo(membersOf(record));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "attempt.BeginRequest, ConnectRequest",
        "attempt.EndRequest, FinishRequest",
        "merge.ConfirmRequest, MergeConfirmation",
        "merge.MergeRequest, MergeBeginning",
        "user.ProfileChange, ProfileChange",
        "problem.Problem, Problem",
    })
    void what_may_be_left_out_is_documented_too(String record, String schema) throws Exception {
        assertThat(documented(schema)).isEqualTo(membersOf(record));
    }

    private NavigableSet<String> documented(String schema) {
        return map(document.at("#/components/schemas/" + schema + "/properties")).keySet().stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> namesIn(String schema) {
        return ((List<?>) document.at("#/components/schemas/" + schema))
                .stream().map(Object::toString).toList();
    }

    private static NavigableSet<String> membersOf(String record) throws ClassNotFoundException {
        return Arrays.stream(Class.forName("dev.patchbay.adapter.web." + record).getRecordComponents())
                .map(DocumentedShapesTest::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }
}
