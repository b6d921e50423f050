using System.Collections.Frozen;
using Chinalco.Honors.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Chinalco.Honors.Web.SignIn;

/// <summary>A password is not the account's own name and not one of those that are tried first.</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>In characters. Length counts, not a mixture of signs.</summary>
    public const int Shortest = 10;

    // Of ten characters and more, as they lead the published lists of stolen passwords, and what people here make of the firm's name.
    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
        [
            "1234567890",
            "0123456789",
            "0987654321",
            "9876543210",
            "1234567891",
            "12345678900",
            "12345678910",
            "123456789a",
            "a123456789",
            "123456789q",
            "123456789abc",
            "1q2w3e4r5t",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "1qaz@wsx3edc",
            "q1w2e3r4t5",
            "q1w2e3r4t5y6",
            "qwertyuiop",
            "qwerty12345",
            "qwerty123456",
            "qwer1234asdf",
            "asdfghjkl;",
            "asdfghjkl1",
            "zxcvbnm123",
            "asdf123456",
            "abc1234567",
            "abcd123456",
            "abcd12345678",
            "aa12345678",
            "aa123456789",
            "a1234567890",
            "abcdefghij",
            "abcdefg123",
            "woaini1314",
            "woaini520",
            "woaini1314520",
            "woaini520520",
            "5201314520",
            "1314520520",
            "5201314521",
            "1111111111",
            "0000000000",
            "6666666666",
            "8888888888",
            "9999999999",
            "1122334455",
            "1212121212",
            "1231231231",
            "123123123123",
            "147258369",
            "1472583690",
            "7758521520",
            "password01",
            "password12",
            "password123",
            "password1234",
            "password@123",
            "passw0rd123",
            "p@ssw0rd123",
            "p@ssword123",
            "admin12345",
            "admin123456",
            "admin@1234",
            "admin@123456",
            "administrator",
            "root123456",
            "root@123456",
            "test123456",
            "changeme123",
            "welcome123",
            "welcome@123",
            "letmein123",
            "iloveyou123",
            "iloveyou1314",
            "football123",
            "sunshine123",
            "princess123",
            "superman123",
            "michael123",
            "zhongguo123",
            "zhonglv123",
            "zhonglv2024",
            "zhonglv2025",
            "zhonglv@123",
            "chinalco123",
            "chinalco2024",
            "chinalco2025",
            "chinalco@123",
            "chalco1234",
            "chalco12345",
            "rongyu2024",
            "rongyu2025",
            "honors2024",
            "honors2025",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Complaint(user, password ?? "") is { } complaint ? IdentityResult.Failed(complaint) : IdentityResult.Success);

    private static IdentityError? Complaint(Account user, string password)
    {
        if (Account.Normalize(password) == user.NormalizedName)
        {
            return new IdentityError { Code = "PasswordIsTheName", Description = "密码不能与账号名相同，请换一个。" };
        }

        return Common.Contains(password.Trim()) || password.Distinct().Count() <= 2
            ? new IdentityError { Code = "PasswordIsCommon", Description = "这个密码太常见，容易被猜中，请换一个。" }
            : null;
    }
}

/// <summary>The framework's refusals that a user of this site can meet, in Chinese.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        new() { Code = nameof(PasswordTooShort), Description = $"密码至少 {length} 个字符，请加长；一句容易记的话就很好。" };

    public override IdentityError PasswordMismatch() =>
        new() { Code = nameof(PasswordMismatch), Description = "当前密码不正确，请重新输入。" };

    public override IdentityError ConcurrencyFailure() =>
        new() { Code = nameof(ConcurrencyFailure), Description = "账号刚刚在别处被更改，请重试。" };

    public override IdentityError InvalidToken() =>
        new() { Code = nameof(InvalidToken), Description = "验证码不正确或已过期，请重新输入。" };

    public override IdentityError DefaultError() => new() { Code = nameof(DefaultError), Description = "操作没有完成，请重试。" };
}
